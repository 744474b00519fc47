import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiError } from '../../../api.ts';
import { SendingError } from '../../forms/SendingError.tsx';
import { useSending } from '../../forms/use-sending.ts';
import type { Province } from '../../installation.ts';
import { AdministratorSection } from './AdministratorSection.tsx';
import { OfficesSection } from './OfficesSection.tsx';
import { ProvinceSection } from './ProvinceSection.tsx';
import { type SetUp, useSetUp } from './queries.ts';

interface SetUpFormProps {
  token: string;
  /** The one that the operator made at the server; null when it is to be chosen here. */
  province: Province | null;
}

const EMPTY: SetUp = {
  province: { unitCode: null, agencyCode: '', offices: [] },
  administrator: { username: '', name: '', password: '' },
};

export function SetUpForm({ token, province }: SetUpFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const setUp = useSetUp();
  const form = useForm<SetUp>({ defaultValues: EMPTY });
  const { send, error, sending } = useSending(form, async (values) => {
    await setUp(token, values, province === null);
    await navigate('/', { replace: true });
  });
  return (
    <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate>
      <FormProvider {...form}>
        <Stack gap="xl">
          {province ? (
            <Text>{t('setUp.provinceMade', { province: province.name })}</Text>
          ) : (
            <>
              <ProvinceSection />
              <OfficesSection />
            </>
          )}
          <AdministratorSection number={province ? 1 : 3} />
          <Refusal error={error} />
          <div>
            <Button type="submit" size="lg" fullWidth loading={sending}>
              {t('setUp.start')}
            </Button>
            <Text size="sm" role="status">
              {sending && t('setUp.coming')}
            </Text>
          </div>
        </Stack>
      </FormProvider>
    </form>
  );
}

function Refusal({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiError) || error.code !== 'already_set_up') return <SendingError error={error} />;
  return (
    <Alert color="red" variant="outline" role="alert" title={t('setUp.done')}>
      {t('setUp.faster')}{' '}
      <Anchor component={Link} to="/sign-in" inherit>
        {t('setUp.toSignIn')}
      </Anchor>
    </Alert>
  );
}
