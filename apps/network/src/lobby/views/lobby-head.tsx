/** The lobby's own stylesheet; a page that waits for something renews itself, with scripts on or off. */
export function LobbyHead({ busy }: { busy: boolean }) {
  return (
    <>
      <link rel="stylesheet" href="/lobby.css" />
      {busy && <meta http-equiv="refresh" content="2" />}
    </>
  );
}
