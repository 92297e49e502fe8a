/** The lobby's own stylesheet, and the script that looks again while something starts. */
export function LobbyHead() {
  return (
    <>
      <link rel="stylesheet" href="/lobby.css" />
      <script src="/look-again.js" defer />
    </>
  );
}
