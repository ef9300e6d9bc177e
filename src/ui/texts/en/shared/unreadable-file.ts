/** A file that was chosen or dropped. */
export const unreadableFile = 'The file could not be read. Choose it again. A folder cannot be read.';
