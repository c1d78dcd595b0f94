// Names in pictures, none over another.

/**
 * Room for names, at first all of it.
 *
 * @return takes a box if nothing that was taken before lies in it, and tells whether: `(left, top, right, bottom) → boolean`
 */
export function roomForNames() {
  const taken = [];
  return (left, top, right, bottom) => {
    const free = taken.every((box) => right < box[0] || left > box[2] || bottom < box[1] || top > box[3]);
    if (free) taken.push([left, top, right, bottom]);
    return free;
  };
}

/** Pixels that letters of a network's names are high on the screen, however near it is. */
export const LETTERS = 11.5;

/** Half the width of a name in letters of a height, about. */
export function halfWidth(text, letters) {
  return text.length * letters * 0.3;
}

/** As much of a name as reads well in a picture. */
export function shortName(text) {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text;
}
