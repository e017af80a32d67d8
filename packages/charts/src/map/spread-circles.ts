/** A circle on a map, in pixels. */
interface Circle {
  x: number;
  y: number;
  radius: number;
}

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Between the edges of two circles. */
const AIR = 1.5;
/** More rounds than a map of eighty places needs; what still touches then stays. */
const ROUNDS = 120;
/** An angle that no number of turns repeats: circles on one point go different ways. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Where circles stand so that none covers another: each as near to its own point as the others allow, in the area. The smaller
 * of two gives way further. Those that cover none stay where they are. The same for the same circles.
 */
export function spreadCircles(circles: readonly Circle[], area: Area): Circle[] {
  const placed = circles.map((circle) => ({ ...circle }));
  for (let round = 0; round < ROUNDS; round++) {
    let isMoved = false;
    placed.forEach((a, i) => {
      for (let j = i + 1; j < placed.length; j++) {
        const b = placed[j];
        if (b && push(a, b, j)) isMoved = true;
      }
    });
    if (!isMoved) break;
    for (const circle of placed) keepIn(area, circle);
  }
  return placed;
}

/** Moves two circles off each other; whether they had to be. */
function push(a: Circle, b: Circle, turns: number): boolean {
  const wanted = a.radius + b.radius + AIR;
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const missing = wanted - distance;
  if (missing < 0.01) return false;
  const angle = distance < 0.01 ? turns * TURN : Math.atan2(b.y - a.y, b.x - a.x);
  const share = b.radius ** 2 / (a.radius ** 2 + b.radius ** 2);
  const [dx, dy] = [Math.cos(angle) * missing, Math.sin(angle) * missing];
  a.x -= dx * share;
  a.y -= dy * share;
  b.x += dx * (1 - share);
  b.y += dy * (1 - share);
  return true;
}

function keepIn({ left, right, top, bottom }: Area, circle: Circle): void {
  const { radius } = circle;
  circle.x = Math.max(left + radius, Math.min(right - radius, circle.x));
  circle.y = Math.max(top + radius, Math.min(bottom - radius, circle.y));
}
