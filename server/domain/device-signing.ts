// The exact texts that a tablet signs.
export const pairingText = (publicKey: string, sentAt: string): string =>
  `lang-nghe pairing/1\n${publicKey}\n${sentAt}`;

export const batchText = (device: string, sequence: number, previous: string, payloadHash: string): string =>
  `lang-nghe batch/1\n${device}\n${sequence}\n${previous}\n${payloadHash}`;

export const heartbeatText = (device: string, sentAt: string, payloadHash: string): string =>
  `lang-nghe heartbeat/1\n${device}\n${sentAt}\n${payloadHash}`;
