// How the console asks the server: what is worth asking again, and what is not.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api.ts';

/** A refusal (4xx) stays a refusal; a lost connection or a server error may pass. */
function worthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}

/**
 * The client of every query; `always`, so that being off-line becomes an error that is shown, not a silent wait.
 * @param onError told of every error, besides whoever asked
 */
export function createQueryClient(onError: (error: Error) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: worthRetrying, staleTime: 5_000 },
      mutations: { networkMode: 'always' },
    },
  });
}
