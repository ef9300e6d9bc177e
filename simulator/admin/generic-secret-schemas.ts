import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { invalidRequest } from '../failures/sap-error.ts';
import { readResourceGroupHeader } from './object-store-schemas.ts';

const nameSchema = z
  .string()
  .min(1, 'is empty')
  .max(252, 'has more than 252 characters')
  .regex(/^[a-z0-9.-]+$/, 'does not match the pattern of a secret name');

const base64Schema = z.base64('is not base64');
const keySchema = z
  .string()
  .regex(/^[-._a-zA-Z0-9]{1,253}$/, 'has a key that a Kubernetes secret cannot have');

const updateSchema = z.object({ data: z.record(keySchema, base64Schema) });

/** Body of PATCH secrets/{name}. */
export const genericSecretUpdateSchema = updateSchema;

/** Body of POST secrets. */
export const newGenericSecretSchema = updateSchema.extend({ name: nameSchema });

/** Path parameters of the calls that name a generic secret. */
export const genericSecretPathSchema = z.object({ name: nameSchema });

/** Where a call works: in the tenant itself, in every resource group, or in one. */
export type Scope = 'tenant' | 'shared' | { readonly group: string };

/**
 * The scope that the headers name. SAP's SDK adds a resource group to every call, so with AI-Tenant-Scope only `*`
 * counts.
 */
export function readScope(headers: IncomingHttpHeaders): Scope {
  const { 'ai-tenant-scope': ofTenant = 'false', 'ai-resource-group': group } = headers;
  if (ofTenant !== 'true' && ofTenant !== 'false')
    throw invalidRequest('The header AI-Tenant-Scope is neither true nor false.');
  if (ofTenant === 'false') return { group: readResourceGroupHeader(group) };
  return group === '*' ? 'shared' : 'tenant';
}
