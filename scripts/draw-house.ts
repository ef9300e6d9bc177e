import { readFileSync, writeFileSync } from 'node:fs';
import { drawHouse, putPicture, readImports } from './house.ts';

/** Draws the picture of the house in CONTRIBUTING.md anew. */
const file = 'CONTRIBUTING.md';
writeFileSync(file, putPicture(readFileSync(file, 'utf8'), drawHouse(readImports())));
