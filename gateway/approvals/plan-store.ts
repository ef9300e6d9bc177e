import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import * as z from 'zod';
import { subjectSchema } from '../calls/subject.ts';
import { parseJson, parseNames } from '../common/parse-json.ts';
import type { Person } from '../sign-in/person.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { covers, digestPlan, planRequestSchema, type Plan, type TenantWrite } from './plan.ts';

/** A person as the store knows them. */
type PlanPerson = Pick<Person, 'id' | 'name' | 'issuer'>;

/** A plan and its state. Times are ISO 8601. */
export interface KeptPlan extends Plan {
  id: string;
  digest: string;
  /** `ended`: nobody decided in time, or the approval has expired; `revoked`: the approval was taken back. */
  state: 'waiting' | 'approved' | 'declined' | 'withdrawn' | 'revoked' | 'ended';
  askedAt: string;
  askedBy: PlanPerson;
  decidedAt?: string;
  /** With the groups and roles at that time; these are undefined in a plan of an earlier version. */
  decidedBy?: PlanPerson & Partial<Pick<Person, 'groups' | 'roles'>>;
  reason?: string;
  /** Until when it may be decided, or run. */
  endsAt: string;
  /** The tenants in which it was run, each with the outcome. */
  uses: { tenant: string; usedAt: string; outcome: string }[];
}

/** A decision about an open plan. */
export interface Decision {
  state: 'approved' | 'declined' | 'withdrawn' | 'revoked';
  reason: string;
}

/** The states of a plan in which each decision can be made. */
export const decidableIn: Readonly<Record<Decision['state'], readonly KeptPlan['state'][]>> = {
  approved: ['waiting'],
  declined: ['waiting'],
  withdrawn: ['waiting', 'approved'],
  revoked: ['approved'],
};

/** The plans, whichever gateway they were sent to. */
export interface PlanStore {
  /** Why somebody may not ask for another plan: too many of theirs wait, or the onboarding belongs to someone else. */
  findRefusal(plan: Plan, person: Person): Promise<'too-many' | 'of-another' | undefined>;
  ask(plan: Plan, person: Person): Promise<KeptPlan>;
  /** All open plans and the latest others, newest first. */
  list(): Promise<KeptPlan[]>;
  find(id: string): Promise<KeptPlan | undefined>;
  /** False if the plan can no longer be decided like this, because somebody else was quicker. */
  decide(plan: KeptPlan, decision: Decision, person: Person): Promise<boolean>;
  /** The approved plans of that person that cover a write, the last approved first. */
  listCovering(person: Person, write: TenantWrite): Promise<KeptPlan[]>;
  noteUse(planId: string, tenant: string, outcome: string): Promise<void>;
}

const hourMs = 3_600_000;
/** How long an approved plan may be run. */
const approvedMs = 24 * hourMs;
/** How long a plan waits for a decision. */
const waitingMs = 7 * 24 * hourMs;
const keptMs = 90 * 24 * hourMs;
/** How many plans of one person may wait: far more than an onboarding has. */
export const maxWaiting = 300;

const stepsSchema = planRequestSchema.shape.steps.catch([]);
const partOfSchema = planRequestSchema.shape.partOf.catch(undefined);
const stateSchema = z.enum(['waiting', 'approved', 'declined', 'withdrawn', 'revoked']).catch('withdrawn');

/** The plans in the store. `now` is milliseconds since 1970. */
export function createPlanStore({ db }: Store, now = () => Date.now()): PlanStore {
  const time = () => new Date(now()).toISOString();
  const chosen = () => db.selectFrom('rolloutPlans').selectAll();

  async function withUses(rows: readonly Selectable<Tables['rolloutPlans']>[]): Promise<KeptPlan[]> {
    if (rows.length === 0) return [];
    const uses = await db
      .selectFrom('rolloutUses')
      .selectAll()
      .where(
        'planId',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('tenant')
      .execute();
    return rows.map((row) =>
      toPlan(
        row,
        uses.filter(({ planId }) => planId === row.id),
        now(),
      ),
    );
  }

  const find = async (id: string) => (await withUses(await chosen().where('id', '=', id).execute()))[0];

  return {
    async findRefusal({ partOf }, { id, issuer }) {
      const { waiting } = await db
        .selectFrom('rolloutPlans')
        .select((eb) => eb.fn.countAll().as('waiting'))
        .where((eb) => eb.and({ askedByIssuer: issuer, askedById: id, state: 'waiting' }))
        .where('askedAt', '>', new Date(now() - waitingMs).toISOString())
        .executeTakeFirstOrThrow();
      if (Number(waiting) >= maxWaiting) return 'too-many';
      if (partOf === undefined) return undefined;
      // Two people can have the same name, so the plans of both under one id would look like those of one person.
      const ofAnother = await db
        .selectFrom('rolloutPlans')
        .select('id')
        .where('partOf', 'like', `{"id":"${partOf.id}",%`)
        .where((eb) => eb.or([eb('askedByIssuer', '!=', issuer), eb('askedById', '!=', id)]))
        .executeTakeFirst();
      return ofAnother && 'of-another';
    },
    async ask(plan, person) {
      const old = new Date(now() - keptMs).toISOString();
      await db.deleteFrom('rolloutPlans').where('askedAt', '<', old).execute();
      const row = await db
        .insertInto('rolloutPlans')
        .values({
          id: randomUUID(),
          operation: plan.operation,
          resource: plan.resource,
          name: plan.name,
          subject: JSON.stringify(plan.subject),
          expiresAt: plan.expiresAt ?? null,
          policy: plan.policy,
          steps: JSON.stringify(plan.steps),
          partOf: plan.partOf ? JSON.stringify(plan.partOf) : null,
          digest: digestPlan(plan),
          state: 'waiting',
          askedAt: time(),
          askedById: person.id,
          askedByName: person.name,
          askedByIssuer: person.issuer,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toPlan(row, [], now());
    },
    async list() {
      const newest = chosen().orderBy('askedAt', 'desc').orderBy('id');
      // Open plans are always listed, so that nobody can hide them by asking for many others.
      const open = await newest
        .where('state', 'in', ['waiting', 'approved'])
        .where('askedAt', '>', new Date(now() - waitingMs - approvedMs).toISOString())
        .execute();
      const known = new Set(open.map(({ id }) => id));
      const last = (await newest.limit(maxListed).execute()).filter(({ id }) => !known.has(id));
      const all = [...open, ...last].toSorted((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
      return withUses(all);
    },
    find,
    async decide(plan, { state, reason }, person) {
      const { numUpdatedRows } = await db
        .updateTable('rolloutPlans')
        .set({
          state,
          reason: reason === '' ? null : reason,
          decidedAt: time(),
          decidedById: person.id,
          decidedByName: person.name,
          decidedByIssuer: person.issuer,
          decidedByGroups: JSON.stringify(person.groups),
          decidedByRoles: person.roles === undefined ? null : JSON.stringify(person.roles),
        })
        .where('id', '=', plan.id)
        .where('state', 'in', [...decidableIn[state]])
        .where('digest', '=', plan.digest)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async listCovering(person, write) {
      const rows = await chosen()
        .where('askedByIssuer', '=', person.issuer)
        .where('askedById', '=', person.id)
        .where('state', '=', 'approved')
        .where('decidedAt', '>', new Date(now() - approvedMs).toISOString())
        .where('resource', '=', write.resource)
        .orderBy('decidedAt', 'desc')
        .execute();
      return rows.map((row) => toPlan(row, [], now())).filter((plan) => covers(plan, write));
    },
    async noteUse(planId, tenant, outcome) {
      const use = { usedAt: time(), outcome };
      await db
        .insertInto('rolloutUses')
        .values({ planId, tenant, ...use })
        .onConflict((conflict) => conflict.columns(['planId', 'tenant']).doUpdateSet(use))
        .execute();
    },
  };
}

const maxListed = 200;

function toPlan(
  row: Selectable<Tables['rolloutPlans']>,
  uses: readonly Selectable<Tables['rolloutUses']>[],
  now: number,
): KeptPlan {
  const { decidedAt, decidedById, reason } = row;
  const state = stateSchema.parse(row.state);
  const partOf = partOfSchema.parse(row.partOf === null ? undefined : parseJson(row.partOf));
  const endsAt = new Date(
    state === 'approved' && decidedAt !== null
      ? Date.parse(decidedAt) + approvedMs
      : Date.parse(row.askedAt) + waitingMs,
  );
  const isOpen = state === 'waiting' || state === 'approved';
  return {
    id: row.id,
    operation: row.operation === 'removal' ? 'removal' : 'rollout',
    resource: row.resource,
    name: row.name,
    subject: subjectSchema.catch({}).parse(parseJson(row.subject)),
    ...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
    policy: planRequestSchema.shape.policy.catch('stop').parse(row.policy),
    steps: stepsSchema.parse(parseJson(row.steps)),
    ...(partOf && { partOf }),
    digest: row.digest,
    state: isOpen && endsAt.getTime() <= now ? 'ended' : state,
    askedAt: row.askedAt,
    askedBy: { id: row.askedById, name: row.askedByName, issuer: row.askedByIssuer },
    ...(decidedAt !== null && { decidedAt }),
    ...(decidedById !== null && {
      decidedBy: {
        id: decidedById,
        name: row.decidedByName ?? decidedById,
        issuer: row.decidedByIssuer ?? '',
        ...(row.decidedByGroups !== null && { groups: parseNames(row.decidedByGroups) }),
        ...(row.decidedByRoles !== null && { roles: parseNames(row.decidedByRoles) }),
      },
    }),
    ...(reason !== null && { reason }),
    endsAt: endsAt.toISOString(),
    uses: uses.map(({ tenant, usedAt, outcome }) => ({ tenant, usedAt, outcome })),
  };
}
