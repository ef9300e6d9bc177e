/** A file that was chosen or dropped. */
export const unreadableFile =
  'Die Datei konnte nicht gelesen werden. Erneut auswählen. Ein Ordner lässt sich nicht lesen.';
