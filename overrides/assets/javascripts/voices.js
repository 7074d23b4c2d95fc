// The device's own voices, which it may tell late.

/**
 * The voice for a language, if the device has one: `vi` is answered by vi-VN.
 * @param {string} language
 */
export const voiceOf = (language) =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.split(/[-_]/)[0] === language);

/** @param {string} language */
export const canRead = (language) => Boolean(voiceOf(language));

canRead(""); // asks for them, so that they have come when they are needed
