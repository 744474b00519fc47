import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { receiptOf } from '#domain/receipts.ts';
import { Face } from '../questions/face.tsx';
import { useTitle } from '../use-title.ts';
import { Heading } from './heading.tsx';

/** The end: nothing of the answers is left, only the receipt. */
export function Thanks({ id, sent = false, children }: { id: string; sent?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  useTitle(t(sent ? 'thanks.sent' : 'thanks.title'));
  return (
    <Acknowledgement receipt={receiptOf(id)} host={window.location.host} sent={sent}>
      {children}
    </Acknowledgement>
  );
}

interface Props {
  receipt: string;
  /** Where receipts are checked. */
  host: string;
  /** The server has it; a tablet may still keep it. */
  sent: boolean;
  children: ReactNode;
}

export function Acknowledgement({ receipt, host, sent, children }: Props) {
  const { t } = useTranslation();
  return (
    <section className="notice thanks">
      <span className="face" data-mood={5}>
        <Face mood={5} />
      </span>
      <Heading>{t('thanks.title')}</Heading>
      {sent && <p className="sent">{t('thanks.sent')}</p>}
      <p>{t('thanks.text')}</p>
      <p className="receipt">
        <span>{t('thanks.receipt')}</span> <strong>{receipt}</strong>
      </p>
      <p className="aside">{t('thanks.receiptNote')}</p>
      <p className="aside">{t('thanks.check', { address: `${host}/verify` })}</p>
      {children}
    </section>
  );
}
