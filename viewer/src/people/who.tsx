import { createContext, useContext } from 'react';
import type { Permission, SignedIn } from '../api/session';

const NOBODY: SignedIn = { login: '', displayName: '', institution: '', permissions: [], mustChangePassword: false };

/** Tells everything inside who is in. */
export const Who = createContext<SignedIn>(NOBODY);

export const useWho = (): SignedIn => useContext(Who);

export const may = (who: SignedIn, permission: Permission): boolean => who.permissions.includes(permission);
