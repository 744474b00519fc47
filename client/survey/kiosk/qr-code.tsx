import { useEffect, useState } from 'react';

/** Modules of white around it, without which cameras do not find it. */
const MARGIN = 3;

/** A QR code for staff who have a camera; the code beside it says the same. */
export function QrCode({ text }: { text: string }) {
  const [rows, setRows] = useState<boolean[][]>([]);
  useEffect(() => {
    let over = false;
    void import('uqr').then(({ encode }) => {
      if (!over) setRows(encode(text, { ecc: 'M', border: MARGIN }).data);
    });
    return () => {
      over = true;
    };
  }, [text]);
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${rows.length || 1} ${rows.length || 1}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
