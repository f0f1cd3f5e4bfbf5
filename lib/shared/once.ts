/** Makes something when it is asked for first, and gives the same from then on; where making fails, it is tried again. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
