// The nearest of many places to every pixel: a Voronoi diagram as a raster, whose cost depends on the pixels and not on the
// places, so that 24,000 schools can be drawn anew for every month. Exact Euclidean distances by two passes: down and up the
// columns, then the lower envelope of parabolas along each row (Felzenszwalb and Huttenlocher, Distance Transforms of Sampled
// Functions, Theory of Computing 8, 2012), which carries along whose distance it is.

const FAR = 1e9;

/** Room for rasters of one size. */
export function raster(width, height) {
  return {
    width, height,
    owner: new Int32Array(width * height), distance: new Int32Array(width * height), seed: new Int32Array(width * height),
    hull: new Int32Array(width), meet: new Float64Array(width + 1), lineOwner: new Int32Array(width), lineDistance: new Int32Array(width),
  };
}

/**
 * Fills `owner` with the index of the nearest place and `distance` with the square of its distance in pixels; −1 where there is no
 * place within `most` rows.
 *
 * @param places how many of them
 * @param xs,ys pixels; those outside the raster are left out
 * @param indices what owner is to hold for each
 * @param most no cell reaches further, in pixels
 */
export function nearest(room, places, xs, ys, indices, most) {
  const { width, height, owner, distance, seed } = room;
  seed.fill(-1);
  for (let i = 0; i < places; i++) {
    const x = Math.round(xs[i]);
    const y = Math.round(ys[i]);
    if (x >= 0 && x < width && y >= 0 && y < height) seed[y * width + x] = indices[i];
  }
  columns(width, height, seed, owner, distance, most);
  for (let y = 0; y < height; y++) row(room, y * width);
}

/** The nearest in the same column, and how many rows away it is. */
function columns(width, height, seed, owner, distance, most) {
  for (let p = 0; p < width; p++) {
    owner[p] = seed[p];
    distance[p] = seed[p] >= 0 ? 0 : FAR;
  }
  for (let p = width, end = width * height; p < end; p++) {
    if (seed[p] >= 0) {
      owner[p] = seed[p];
      distance[p] = 0;
    } else {
      owner[p] = owner[p - width];
      distance[p] = distance[p - width] + 1;
    }
  }
  for (let p = width * (height - 1) - 1; p >= 0; p--) {
    if (distance[p + width] + 1 < distance[p]) {
      owner[p] = owner[p + width];
      distance[p] = distance[p + width] + 1;
    }
  }
  for (let p = 0, end = width * height; p < end; p++) if (distance[p] > most) owner[p] = -1;
}

/** The lower envelope of one row, written back over it. */
function row({ width, owner, distance, hull, meet, lineOwner, lineDistance }, start) {
  let last = -1;
  for (let x = 0; x < width; x++) {
    const d = distance[start + x];
    if (owner[start + x] < 0) continue;
    const height = d * d + x * x;
    let cross = -Infinity;
    while (last >= 0) {
      const other = hull[last];
      const far = distance[start + other];
      cross = (height - far * far - other * other) / (2 * (x - other));
      if (cross > meet[last]) break;
      last--;
    }
    if (last < 0) cross = -Infinity;
    last++;
    hull[last] = x;
    meet[last] = cross;
  }
  if (last < 0) return;
  let k = 0;
  for (let x = 0; x < width; x++) {
    while (k < last && meet[k + 1] < x) k++;
    const from = hull[k];
    const far = distance[start + from];
    lineOwner[x] = owner[start + from];
    lineDistance[x] = far * far + (x - from) * (x - from);
  }
  owner.set(lineOwner, start);
  distance.set(lineDistance, start);
}
