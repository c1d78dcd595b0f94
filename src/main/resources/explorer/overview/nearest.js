// The nearest of many places to every pixel: a Voronoi diagram as a raster, whose cost depends on the pixels and not on the
// places, so that 24,000 schools can be drawn anew for every month. Exact Euclidean distances by two passes: down and up the
// columns, then the lower envelope of parabolas along each row (Felzenszwalb and Huttenlocher, Distance Transforms of Sampled
// Functions, Theory of Computing 8, 2012), which carries along whose distance it is.

/** Further than any raster is high, and small enough to be counted on. */
const FAR = 20_000;

/** Room for rasters of one size: `owner` is the place nearest to each pixel, or −1. */
export function raster(width, height) {
  return {
    width, height, owner: new Int32Array(width * height),
    // The nearest place in the same column and how many rows away it is.
    above: new Int32Array(width * height), rows: new Int16Array(width * height),
    hull: new Int32Array(width), square: new Int32Array(width), meet: new Float64Array(width + 1),
    // To multiply with what to divide by takes longer: half of 1 / distance. Rounding moves ties only.
    half: Float64Array.from({ length: width + 1 }, (_, apart) => 0.5 / apart),
  };
}

/**
 * Fills `owner`.
 *
 * @param places how many of them
 * @param xs,ys pixels; those outside the raster are left out
 * @param reach how far each place reaches, in pixels; further away is nobody's
 */
export function nearest(room, places, xs, ys, reach) {
  const { width, height, above, rows } = room;
  above.fill(-1);
  let most = 0;
  for (let i = 0; i < places; i++) {
    const x = Math.round(xs[i]);
    const y = Math.round(ys[i]);
    if (x >= 0 && x < width && y >= 0 && y < height) above[y * width + x] = i;
    if (reach[i] > most) most = reach[i];
  }
  down(width, height, above, rows);
  for (let y = height - 1; y >= 0; y--) {
    if (y < height - 1) up(width, y * width, above, rows);
    row(room, y * width, reach, Math.min(most, FAR - 1));
  }
}

function down(width, height, above, rows) {
  for (let p = 0; p < width; p++) rows[p] = above[p] >= 0 ? 0 : FAR;
  for (let p = width, end = width * height; p < end; p++) {
    if (above[p] >= 0) {
      rows[p] = 0;
    } else {
      above[p] = above[p - width];
      rows[p] = rows[p - width] < FAR ? rows[p - width] + 1 : FAR;
    }
  }
}

function up(width, start, above, rows) {
  for (let p = start, end = start + width; p < end; p++) {
    const far = rows[p + width] + 1;
    if (far < rows[p]) {
      above[p] = above[p + width];
      rows[p] = far;
    }
  }
}

/** The lower envelope of one row. */
function row({ width, owner, above, rows, hull, square, meet, half }, start, reach, most) {
  let last = -1;
  for (let x = 0; x < width; x++) {
    const far = rows[start + x];
    if (far > most) continue;
    const height = far * far + x * x;
    let cross = -Infinity;
    while (last >= 0) {
      cross = (height - square[last]) * half[x - hull[last]];
      if (cross > meet[last]) break;
      last--;
    }
    last++;
    hull[last] = x;
    square[last] = height;
    meet[last] = last ? cross : -Infinity;
  }
  if (last < 0) {
    owner.fill(-1, start, start + width);
    return;
  }
  meet[last + 1] = Infinity;
  let k = 0;
  for (let x = 0; x < width; x++) {
    while (meet[k + 1] < x) k++;
    const from = hull[k];
    const place = above[start + from];
    const far = rows[start + from];
    owner[start + x] = far * far + (x - from) * (x - from) <= reach[place] * reach[place] ? place : -1;
  }
}
