"""What the bodies hand in for the diagnosis: inputs, records behind them, and gaps."""

import math
from fractions import Fraction

from steppeland.bodies import APPARATUS, YEARS
from steppeland.chance import Chance
from steppeland.criteria import BY_ID, CRITERIA
from steppeland.story import wanted

# Criteria whose value is one input.
DIRECT = dict(pair.split("=") for pair in """
A1-P2=qualified_policy_staff A1-S2=spending_evaluated A1-S3=recommendations_implemented
A1-I1=reforms_piloted A1-I2=foresight_documents A2-P1=competitive_value A2-P2=single_bids
A2-S1=contracts_evaluated A2-S2=not_price_alone A2-I1=outcome_procurement
A2-I2=services_codesigned A3-S1=satisfied_users A3-S3=acts_consulted A3-I1=proactive_cases
A3-I2=services_researched A4-P1=opinions_on_time A4-S3=peer_cooperation A4-I1=innovations_shared
B1-P1=open_competition B1-P3=vacancies_open_ten_days B1-P4=fair_treatment
B1-S2=top_talent_hires B1-S3=hires_retained B1-S4=recommend_workplace
B1-S6=oecd_proactive_recruitment B1-I1=alternative_routes B1-I2=varied_experience
B2-P1=trained_staff B2-S1=skill_gaps_closed B2-S2=learning_and_development B2-S4=lateral_moves
B2-I1=certified_staff B2-I2=encouraged_to_improve B3-P1=goals_set_early
B3-P2=top_grade_ratings B3-P3=evaluated_fairly B3-S1=kpi_achievement
B3-S2=understands_contribution B3-S3=pay_result_correlation B3-S5=engagement
B3-I1=outcome_indicators B3-I2=after_action_reviews B4-P1=merit_top_recruitments
B4-P2=managers_replaced B4-P3=manager_posts_vacant B4-S1=leadership_scale
B4-S4=leadership_and_change B4-S5=oecd_senior_management B4-S6=posts_with_successor
B4-I2=innovating_units B4-I3=experiment_budget
""".split())
# Criteria whose value is the mean of two items of the survey.
PAIRS = {
    "B4-S2": ("change_managed_well", "change_for_better"),
    "B4-I1": ("supported_in_new_ideas", "safe_to_challenge"),
}
CHECKLIST = [
    "hr_register", "hr_pay", "hr_leave", "hr_turnover", "hr_dashboards", "hr_engagement",
    "hr_age_forecast", "hr_skills", "hr_in_decisions", "hr_predictive",
]
OTHERS = [
    "justified_complaints", "joint_tasks_on_time", "own_tasks_on_time", "partnerships_deployed",
    "training_needs_updated", "training_plan_done", "proposals_implemented", "top_manager_pay",
    "gdp_per_capita",
]
FLAGS = [
    "has_acts", "has_services", "has_procurement", "has_recruitments", "has_competitions",
    "has_change_projects",
]
# What the staff of a body answers itself.
SURVEY = [
    "fair_treatment", "recommend_workplace", "learning_and_development", "encouraged_to_improve",
    "evaluated_fairly", "understands_contribution", "engagement", "leadership_scale",
    "leadership_and_change", "change_managed_well", "change_for_better", "supported_in_new_ideas",
    "safe_to_challenge",
]
SUPPRESSED, LEAST_RESPONDENTS = "n<10", 10
# The surveys whose error the edition asks for, and how much smaller than that of a share it is.
ERRORS = {
    "fair_treatment": 0.6, "recommend_workplace": 1, "engagement": 0.5, "leadership_scale": 0.6,
    "leadership_and_change": 0.6,
}
USERS_ASKED = 400
ADMINISTRATIVE = [
    "staff", *FLAGS, *sorted({*DIRECT.values(), *CHECKLIST, *OTHERS} - {*SURVEY}),
    "satisfied_users_error",
]
SURVEYED = [*SURVEY, *(f"{name}_error" for name in ERRORS)]
TABLES = {
    "acts": ["act_id", "problem_statement", "options", "cost_estimate", "consultation_record"],
    "goals": [
        "goal_id", "outcome_indicator", "baseline", "target", "owner", "data_source", "shared_by",
        "lead_named",
    ],
    "services": ["service_id", "requests", "in_time", "completed_online", "asks_known_document"],
    "recruitments": ["recruitment_id", "job_profile", "anonymous_test", "qualified_panel"],
    "competitions": ["competition_id", "eligible"],
    "change_projects": ["project_id", "benefits", "on_time"],
}
WITHOUT_SERVICES = {"planning"}
# Nobody handed these in: body, years, inputs.
GAPS = [
    ("hills", YEARS, (
        "reforms_piloted", "foresight_documents", "outcome_procurement", "services_codesigned",
        "proactive_cases", "services_researched")),
    ("lakes", (2023,), ("peer_cooperation", "skill_gaps_closed")),
    ("interior", (2023, 2024), ("pay_result_correlation",)),
    ("transport", (2023,), ("experiment_budget",)),
]


def staff(body, year):
    """How many work there: a little fewer in earlier years."""
    return round(body.staff * (1 - 0.012 * (YEARS[-1] - year)))


def rounded(value, criterion):
    """A figure as somebody would print it: one digit after the point, or two on narrow scales."""
    span = criterion.knots[-1][0] - criterion.knots[0][0]
    digits = 1 if span >= 14 or criterion.id == "A3-P1" else 2
    if criterion.id in PAIRS or DIRECT.get(criterion.id) in SURVEY:
        digits = 1
    return Fraction(round(value * 10**digits), 10**digits)


def share(count, value):
    """How many of a count come nearest to a percentage."""
    return max(0, min(count, round(count * value / 100)))


class Handed:
    """What one body hands in for one year: `inputs` by id, `tables` by id as lists of rows."""

    def __init__(self, body, year):
        self.body, self.year = body, year
        self.is_system = body.id == APPARATUS
        self.inputs, self.tables = {}, {}
        for criterion in CRITERIA:
            if criterion.concerns(self.is_system):
                score = round(wanted(body, year, criterion.id), 2)
                self.hand_in(criterion, criterion.value(score))
        if not self.is_system:
            self.inputs["staff"] = staff(body, year)
            for flag in FLAGS:
                self.inputs[flag] = flag != "has_services" or body.id not in WITHOUT_SERVICES
            self.answer()
            if body.id in WITHOUT_SERVICES:
                self.render_nothing()
        for name, years, inputs in GAPS:
            if name == body.id and year in years:
                self.inputs |= dict.fromkeys(inputs)

    def chance(self, *words):
        return Chance(*words, self.body.id, self.year)

    def hand_in(self, criterion, value):
        """What makes the criterion have the value, as nearly as records can."""
        if criterion.id in DIRECT:
            self.inputs[DIRECT[criterion.id]] = rounded(value, criterion)
        elif criterion.id in PAIRS:
            apart = self.chance(criterion.id).whole(3, 30)
            middle = rounded(value, criterion)
            for name, sign in zip(PAIRS[criterion.id], (1, -1)):
                self.inputs[name] = middle + Fraction(sign * apart, 10)
        else:
            getattr(self, "hand_in_" + criterion.id.replace("-", "_"))(value)

    def answer(self):
        """The respondents of the survey; a group of fewer than ten is not told of."""
        rate = self.chance("respondents").between(0.55, 0.8)
        if (self.body.id, self.year) == ("heritage", 2025):
            rate = 0.2
        self.inputs["respondents"] = round(self.inputs["staff"] * rate)
        if self.inputs["respondents"] < LEAST_RESPONDENTS:
            self.inputs |= dict.fromkeys(SURVEY, SUPPRESSED)
        answered, asked = self.inputs["respondents"], self.inputs["staff"]
        for name, part in ERRORS.items():
            error = None
            if self.inputs[name] != SUPPRESSED:
                share = float(self.inputs[name])
                error = part * math.sqrt(share * (100 - share) / answered * (1 - answered / asked))
                error = Fraction(max(5, round(error * 100)), 100)
            self.inputs[f"{name}_error"] = error
        share = float(self.inputs["satisfied_users"])
        self.inputs["satisfied_users_error"] = Fraction(
            round(math.sqrt(share * (100 - share) / USERS_ASKED) * 100), 100)

    def render_nothing(self):
        """A body without services has no figures of them."""
        self.tables["services"] = []
        for criterion in CRITERIA:
            if criterion.dimension == "A3":
                name = DIRECT.get(criterion.id, "justified_complaints")
                self.inputs[name] = "NA"
        self.inputs["satisfied_users_error"] = "NA"

    def records(self, table, prefix, count):
        """Rows with their keys."""
        made = [[f"{prefix}{number}"] for number in range(1, count + 1)]
        self.tables[table] = made
        return made

    def checked(self, chance, holds, flags):
        """Flags of a record, all of them true, or one or two of them false."""
        if holds:
            return [True] * flags
        false = {chance.whole(0, flags - 1), chance.whole(0, flags - 1)}
        return [at not in false for at in range(flags)]

    def spread(self, chance, count, true):
        """So many of the records chosen."""
        order = sorted(range(count), key=lambda at: chance.between(0, 1))
        return {at for at in order[:true]}

    def hand_in_A1_P1(self, value):
        chance, count = self.chance("acts"), 15
        chosen = self.spread(chance, count, share(count, value))
        for at, row in enumerate(self.records("acts", "A", count)):
            row += self.checked(chance, at in chosen, 4)

    def hand_in_A1_S1(self, value):
        chance, count = self.chance("goals"), 16 if self.body.kind == "ministry" else 12
        chosen = self.spread(chance, count, share(count, value))
        for at, row in enumerate(self.records("goals", "G", count)):
            row += self.checked(chance, at in chosen, 5)

    def hand_in_A4_S1(self, value):
        chance = self.chance("shared goals")
        if self.is_system:
            for row in self.records("goals", "G", 24):
                row += self.checked(chance, chance.happens(0.7), 5)
        goals = self.tables["goals"]
        chosen = self.spread(chance, len(goals), share(len(goals), value))
        for at, row in enumerate(goals):
            row += [chance.whole(2, 4), True] if at in chosen else [chance.whole(1, 2), False]

    def hand_in_A3_P1(self, value):
        chance, count = self.chance("services"), 12
        volume = self.inputs_staff() * (6 if self.body.kind == "local-executive" else 3)
        for row in self.records("services", "S", count):
            requests = round(volume * chance.between(0.3, 3)) + 40
            row += [requests, min(requests, round(requests * (value + chance.between(-1, 1)) / 100))]

    def inputs_staff(self):
        return staff(self.body, self.year)

    def requests(self):
        return sum(row[1] for row in self.tables["services"])

    def hand_in_A3_P2(self, value):
        self.inputs["justified_complaints"] = round(self.requests() * value / 1000)

    def hand_in_A3_S2(self, value):
        chance = self.chance("online")
        for row in self.tables["services"]:
            part = max(0, min(1, (value + chance.between(-12, 12)) / 100))
            row.append(round(row[1] * part))

    def hand_in_A4_P2(self, value):
        services = self.tables["services"]
        chosen = self.spread(self.chance("documents"), len(services), share(len(services), value))
        for at, row in enumerate(services):
            row.append(at in chosen)

    def hand_in_A4_S2(self, value):
        own = Fraction(round(self.chance("tasks").between(82, 94) * 10), 10)
        self.inputs["own_tasks_on_time"] = own
        self.inputs["joint_tasks_on_time"] = Fraction(round(own * value * 10), 10)

    def hand_in_A4_I2(self, value):
        self.inputs["partnerships_deployed"] = round(value * self.inputs_staff() / 1000)

    def hand_in_B1_P2(self, value):
        chance, count = self.chance("recruitments"), 15
        chosen = self.spread(chance, count, max(0, min(count, round(value))))
        for at, row in enumerate(self.records("recruitments", "F", count)):
            row += self.checked(chance, at in chosen, 3)

    def hand_in_B1_S1(self, value):
        chance, count = self.chance("competitions"), self.chance("held").whole(10, 14)
        chosen = self.spread(chance, count, share(count, value))
        for at, row in enumerate(self.records("competitions", "C", count)):
            row.append(chance.whole(5, 11) if at in chosen else chance.whole(0, 4))

    def hand_in_B1_S5(self, value):
        product = 21000 + 900 * (self.year - YEARS[0])
        self.inputs["gdp_per_capita"] = product
        self.inputs["top_manager_pay"] = round(product * value / 100) * 100

    def hand_in_B2_P2(self, value):
        self.inputs["training_needs_updated"] = True
        self.inputs["training_plan_done"] = rounded(value, BY_ID["B2-P2"])

    def hand_in_B2_S3(self, value):
        for at, name in enumerate(CHECKLIST):
            self.inputs[name] = at < round(value)

    def hand_in_B3_S4(self, value):
        self.inputs["proposals_implemented"] = round(value * self.inputs_staff() / 100)

    def hand_in_B4_S3(self, value):
        chance, count = self.chance("projects"), 8
        chosen = self.spread(chance, count, share(count, value))
        for at, row in enumerate(self.records("change_projects", "P", count)):
            if at in chosen:
                row += [chance.whole(80, 100), True]
            else:
                late = chance.happens(0.5)
                row += [chance.whole(30, 79) if not late else chance.whole(60, 95), not late]
