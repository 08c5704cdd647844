"""What workers did. It was done: nothing of it is refused; whoever may not have done it is shown to a person."""

from central.judge import bodies
from central.judge.values import Effect, Facts, Judged, OpenCase, PutSecret, accepted, later
from central.scope import of_hub
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.overrides import Rule
from kiosk.domain.pictures import secret_id


def entered(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "how", "face"), facts)


def looked(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "what"), facts)


def overridden(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """One that let a child go with somebody who must not collect, or may be the one who must not, is looked at, whoever
    decided it."""
    worker = bodies.by_worker(body, "entry", "rule", "subject", "because")
    grave = [rule for rule in (Rule.MUST_NOT_COLLECT, Rule.ASK_SAFEGUARDING) if body.get("rule") == rule]
    return done(worker, facts, *map(OpenCase, grave))


def override_undone(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "override"), facts)


def time_told(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "way"), facts)


def tries_reset(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry"), facts)


def pictures_set(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """The latest counts. It stays with the hub that has it; a first one is the hub's where it was set."""
    worker, secret = bodies.by_worker(body, "entry"), bodies.pictures_set(body)
    if secret is None:
        return later("unreadable")
    scope = facts.secrets.get(secret_id(secret.household, secret.person), of_hub(facts.hub))
    elsewhere = [OpenCase("set_at_another_hub")] if scope != of_hub(facts.hub) else []
    return done(worker, facts, PutSecret(secret, scope), *elsewhere)


def done(worker: str | None, facts: Facts, *effects: Effect) -> Judged:
    """It was done, by this worker; None where the body does not say by whom."""
    if worker is None:
        return later("unreadable")
    match facts.workers.get(worker):
        case False:
            return accepted(*effects)
        case True:
            return accepted(*effects, OpenCase("worker_revoked"), reason="worker_revoked")
        case _:
            return accepted(*effects, OpenCase("worker_unknown"), reason="worker_unknown")


def by_whoever(body: JsonBody, facts: Facts, *effects: Effect) -> Judged:
    """It was done; a worker who may not have done it is shown to a person. At the touchscreen, and by rule, there is
    none."""
    named = [effect for effect in effects if isinstance(effect, OpenCase)]
    reason = named[0].kind if named else ""
    if body.get("worker", "") == "":
        return accepted(*effects, reason=reason)
    worker = bodies.by_worker(body)
    if worker is None:
        return later("unreadable")
    match facts.workers.get(worker):
        case False:
            return accepted(*effects, reason=reason)
        case revoked:
            case = "worker_revoked" if revoked else "worker_unknown"
            return accepted(*effects, OpenCase(case), reason=reason or case)
