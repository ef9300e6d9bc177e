import { readFileSync, writeFileSync } from 'node:fs';
import { drawHouse, putPicture, readImports } from './house.ts';

/** Redraws the picture of the house in CONTRIBUTING.md. */
const file = 'CONTRIBUTING.md';
writeFileSync(file, putPicture(readFileSync(file, 'utf8'), drawHouse(readImports())));
