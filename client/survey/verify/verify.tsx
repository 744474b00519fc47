// `/verify`: whoever kept a receipt sees that the response is counted, with the proof; never an answer.
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normaliseReceipt } from '#domain/receipts.ts';
import { ApiError, getJson } from '../../api.ts';
import { usePreferences } from '../preferences.ts';
import { Frame } from '../screens/frame.tsx';
import { Heading } from '../screens/heading.tsx';
import { useFaultText } from '../wording.ts';

/** The answer of `GET /api/receipts/:receipt`. */
interface Proof {
  receipt: string;
  position: number;
  leafHash: string;
  path: string[] | null;
  checkpoint: string | null;
}

export function Verify() {
  const { t } = useTranslation();
  const control = usePreferences(null);
  const [proof, setProof] = useState<Proof | null>(null);
  return (
    <Frame manner="phone" view={null} control={control}>
      <section className="notice">
        <Heading>{t('verify.title')}</Heading>
        <p>{t('verify.text')}</p>
        <AskReceipt onProof={setProof} />
        {proof && <Counted proof={proof} />}
        <p>
          <a href="/api/ledger/checkpoint">{t('verify.newest')}</a>
        </p>
      </section>
    </Frame>
  );
}

function AskReceipt({ onProof }: { onProof: (proof: Proof | null) => void }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    onProof(null);
    const receipt = normaliseReceipt(field.current?.value ?? '');
    if (!receipt) return setFault(t('verify.bad'));
    try {
      onProof(await getJson<Proof>(`/receipts/${receipt}`));
      setFault(null);
    } catch (error) {
      setFault(faultText('errors', error instanceof ApiError ? error.code : 'internal'));
    }
  };
  return (
    <form className="ask-code" onSubmit={look} noValidate>
      <label htmlFor="receipt">{t('verify.label')}</label>
      {fault && (
        <p id="receipt-fault" className="fault" role="alert">
          {fault}
        </p>
      )}
      <input
        ref={field}
        id="receipt"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby={fault ? 'receipt-fault' : undefined}
      />
      <button type="submit" className="primary">
        {t('verify.look')}
      </button>
    </form>
  );
}

function Counted({ proof }: { proof: Proof }) {
  const { t } = useTranslation();
  const size = proof.checkpoint?.split('\n')[1];
  return (
    <div role="status" className="counted">
      <p>
        <strong>{t('verify.counted', { receipt: proof.receipt })}</strong>
      </p>
      <p>{size ? t('verify.signed', { n: Number(size) }) : t('verify.unsigned')}</p>
      <details>
        <summary>{t('verify.proof')}</summary>
        <pre>{JSON.stringify(proof, null, 2)}</pre>
      </details>
    </div>
  );
}
