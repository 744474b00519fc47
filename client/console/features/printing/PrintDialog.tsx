// Prints touchpoints: chooses what, says how many pages, and shows how far the file has come.
import { Alert, Button, Group, Modal, Progress, Radio, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countSheets, FILLS, type Fill, type Layout } from '#domain/printing.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import { ApiError, getJson } from '../../../api.ts';
import { keepFile } from '../../download.ts';
import { useFormat } from '../../i18n.ts';
import { errorText, tell } from '../../messages.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { Layouts } from './Layouts.tsx';
import { fetchPrint } from './print-file.ts';

interface Printing {
  /** What every printed code begins with. */
  address: string;
  /** No phone can open it. */
  local: boolean;
  /** So many touchpoints at a time. */
  most: number;
}

interface PrintDialogProps {
  touchpoints: readonly Touchpoint[];
  onClose: () => void;
}

export function PrintDialog({ touchpoints, onClose }: PrintDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const [layout, setLayout] = useState<Layout>('poster');
  const [fill, setFill] = useState<Fill>('sheet');
  const { data } = useQuery({
    queryKey: ['print'],
    queryFn: ({ signal }) => getJson<Printing>('/print', signal),
  });
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const printable = touchpoints.filter(({ state, code }) => state !== 'revoked' && !refused.has(code));
  const left = touchpoints.length - printable.length;
  const printing = usePrinting(onClose);
  const pages = countSheets(layout, fill, printable.length);
  const tooMany = data && printable.length > data.most;
  const leave = () => {
    printing.abort();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={leave}
      title={t('print.title', { n: format.count(printable.length) })}
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Layouts value={layout} onChange={setLayout} />
        {layout === 'stickers' && <Fills value={fill} onChange={setFill} />}
        <Text role="status">
          {t('print.pages', { pages: format.count(pages), n: format.count(printable.length) })}
        </Text>
        {left > 0 && <Notice>{t('print.leftOut', { n: left })}</Notice>}
        {data?.local && <Notice>{t('print.local', { address: data.address })}</Notice>}
        {tooMany && <Notice>{t('print.tooMany', { most: format.count(data.most) })}</Notice>}
        {printing.error && (
          <Failed
            error={printing.error}
            onLeaveOut={(codes) => {
              printing.reset();
              setRefused(new Set([...refused, ...codes]));
            }}
          />
        )}
        {printing.isPending && <Coming done={printing.done} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={leave}>
            {t('form.cancel')}
          </Button>
          <Button
            data-autofocus
            loading={printing.isPending}
            disabled={printable.length === 0 || tooMany === true}
            onClick={() => printing.start({ layout, fill, codes: printable.map(({ code }) => code) })}
          >
            {t('print.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface Wanted {
  layout: Layout;
  fill: Fill;
  codes: string[];
}

function usePrinting(onDone: () => void) {
  const { t } = useTranslation();
  const [done, setDone] = useState(0);
  const stopped = useRef(new AbortController());
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (wanted: Wanted) => {
      setDone(0);
      stopped.current = new AbortController();
      return fetchPrint(wanted, setDone, stopped.current.signal);
    },
    onSuccess: (file) => {
      keepFile(file);
      tell(t('print.done', { name: file.name }));
      onDone();
    },
  });
  return {
    done,
    isPending,
    reset,
    error: error?.name === 'AbortError' ? null : error,
    start: (wanted: Wanted) => !isPending && mutate(wanted),
    abort: () => stopped.current.abort(),
  };
}

function Fills({ value, onChange }: { value: Fill; onChange: (fill: Fill) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('print.fill')} value={value} onChange={(chosen) => onChange(chosen as Fill)}>
      <Stack gap="xs" mt="xs">
        {FILLS.map((fill) => (
          <Radio key={fill} value={fill} label={t(`print.fills.${fill}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Notice({ children }: { children: string }) {
  return (
    <Alert color="yellow" variant="light">
      {children}
    </Alert>
  );
}

interface FailedProps {
  error: Error;
  /** Goes on without those that cannot be printed. */
  onLeaveOut: (codes: string[]) => void;
}

function Failed({ error, onLeaveOut }: FailedProps) {
  const { t } = useTranslation();
  const named = error instanceof ApiError ? error.issues.flatMap(({ path: [, code] }) => code ?? []) : [];
  return (
    <Alert color="red" variant="outline" role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{errorText(error)}</Text>
        {named.length > 0 && <Text size="sm">{named.join(', ')}</Text>}
        {named.length > 0 && (
          <Button
            variant="default"
            onClick={() => onLeaveOut(named.flatMap((code) => normaliseCode(`${code}`) ?? []))}
          >
            {t('print.leaveOut')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Coming({ done }: { done: number }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm">{t('print.coming')}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={done * 100} aria-label={t('print.coming')} />
      </Progress.Root>
    </div>
  );
}
