export { drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { type PictureQuery, readPictureQuery } from './picture/read.ts';
