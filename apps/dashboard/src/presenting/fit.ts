/** Charts have letters for a page at arm's length: on a screen for a room, they are drawn for this width and enlarged. */
const ROOM_WIDTH = 720;
const LARGEST = 2.6;
const SMALLEST = 0.85;

export interface Room {
  width: number;
  height: number;
}

/**
 * How far something is enlarged in a room, asked anew whenever that or its own height changes. Enlarged, it is drawn
 * for less width and may become higher, and smaller again what fitted: what was once too large is not tried again, or
 * there would be no end.
 */
export function createFit(): (room: Room, height: number) => number {
  let last = { width: 0, height: 0 };
  let scale = 1;
  let most = LARGEST;
  let hasGrown = false;
  return (room, height) => {
    if (room.width !== last.width || room.height !== last.height) most = LARGEST;
    last = room;
    const fitting = Math.min(most, room.width / ROOM_WIDTH, room.height / height);
    const next = Math.max(SMALLEST, Math.floor(fitting * 50) / 50);
    if (next < scale && hasGrown) most = (next + scale) / 2;
    hasGrown ||= next > scale;
    scale = next;
    return scale;
  };
}
