import { useCallback, useEffect, useRef, useState } from 'react';
import type { SubmissionInput } from '#domain/submissions.ts';
import { type Delivery, deliver } from './outbox.ts';
import type { Keeper } from './storage.ts';

export interface Outbox {
  /** Where each submission stands, by its id. */
  deliveries: Record<string, Delivery>;
  send: (submission: SubmissionInput) => void;
  tryNow: (id: string) => void;
  forget: (id: string) => void;
}

/** Sends submissions and says where each stands, for as long as the component lives. */
export function useOutbox(storage: Keeper | null): Outbox {
  const [deliveries, setDeliveries] = useState<Record<string, Delivery>>({});
  const running = useRef(new Map<string, ReturnType<typeof deliver>>());
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { stop } of all.values()) stop();
    };
  }, []);
  const send = useCallback(
    (submission: SubmissionInput) => {
      const { id } = submission;
      if (running.current.has(id)) return;
      const report = (delivery: Delivery) => {
        if (delivery.step === 'stored' || delivery.step === 'refused') running.current.delete(id);
        setDeliveries((before) => ({ ...before, [id]: delivery }));
      };
      running.current.set(id, deliver(submission, storage, report));
    },
    [storage],
  );
  const tryNow = useCallback((id: string) => running.current.get(id)?.tryNow(), []);
  const forget = useCallback((id: string) => setDeliveries(({ [id]: _forgotten, ...others }) => others), []);
  return { deliveries, send, tryNow, forget };
}
