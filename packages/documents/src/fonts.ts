import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/**
 * Files of packages under open licences, by role. Typst also finds what the machine has installed, and takes the
 * nearest weight of a family: the last resorts come in every weight the templates set data in, so that a machine's
 * own copy is never nearer.
 */
const families = {
  text: [
    "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
    "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf",
    "@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf",
    "@expo-google-fonts/public-sans/800ExtraBold/PublicSans_800ExtraBold.ttf",
  ],
  world: ["dejavu-fonts-ttf/ttf/DejaVuSans.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"],
  emoji: [
    "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
    "@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf",
  ],
} as const;

/** Reads the bundled faces, family by family; typst takes TTF and OTF, not WOFF2. */
export function readFonts(): readonly (readonly Buffer[])[] {
  return Object.values(families).map((files) => files.map((file) => readFileSync(resolve(file))));
}
