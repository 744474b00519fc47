// Reads words aloud, one thing at a time: by a recording where there is one, else by a voice of the device.

/** Longer than any question takes: a voice that never says that it has finished must not pass for a person. */
const LONGEST = 60_000;

export interface Words {
  text: string;
  language: string;
  /** Address of the recording. */
  recording: string | undefined;
}

let stopCurrent: (() => void) | null = null;

export const isReading = () => stopCurrent !== null;

/**
 * Begins to read; whatever was being read stops.
 * @param ended is called once, however it ends
 * @returns what stops it
 */
export function read({ text, language, recording }: Words, ended: () => void): () => void {
  stopCurrent?.();
  let silence = () => {};
  let over = false;
  const stop = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    window.removeEventListener('pagehide', stop);
    if (stopCurrent === stop) stopCurrent = null;
    silence();
    ended();
  };
  const timer = setTimeout(stop, LONGEST);
  // Some browsers go on speaking when the page has gone.
  window.addEventListener('pagehide', stop);
  stopCurrent = stop;
  const speakInstead = () => {
    if (!over) silence = speak(text, voiceFor(language), stop);
  };
  if (recording) silence = play(recording, stop, speakInstead);
  else speakInstead();
  return stop;
}

function play(address: string, done: () => void, failed: () => void): () => void {
  const sound = new Audio(address);
  sound.onended = done;
  // Also says when there is nothing to play, and when nobody may.
  sound.play().catch(failed);
  return () => sound.pause();
}

function speak(text: string, voice: SpeechSynthesisVoice | undefined, done: () => void): () => void {
  if (!voice) {
    done();
    return () => {};
  }
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.onend = done;
  said.onerror = done;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
  return () => {
    // Named here, so that the browser does not clear it away while it is being said.
    said.onend = null;
    speechSynthesis.cancel();
  };
}

/**
 * A voice of this language: browsers would read Vietnamese with an English voice without a word of warning. Only one
 * that is on the device: what somebody has read to them is nobody else's business, and the network may be away.
 */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const wanted = mainPart(language);
  return globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && mainPart(lang) === wanted);
}

/** Of `vi-VN`, or of `vi_VN` as Android writes it. */
const mainPart = (language: string) => language.split(/[-_]/)[0]?.toLowerCase();
