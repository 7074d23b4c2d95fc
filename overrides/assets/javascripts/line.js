// What the browser tells of the reader's connection.

/** Whether it is metered or slow, so that nothing is fetched that nobody asked for. */
export function isSpare() {
  const { saveData = false, effectiveType = "" } =
    /** @type {{ connection?: { saveData?: boolean, effectiveType?: string } }} */ (navigator)
      .connection ?? {};
  return saveData || effectiveType.includes("2g");
}
