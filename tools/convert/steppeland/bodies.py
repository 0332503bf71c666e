"""The bodies of Steppeland: who they are, how many work there, and how well each one does.

Everything is invented. A body's levels are what the cells of a stage would score on average in
2025, before dimensions, reforms and chance move them.
"""

from dataclasses import dataclass

YEARS = (2023, 2024, 2025)
APPARATUS = "apparatus"


@dataclass(frozen=True)
class Body:
    """One body; `titles` in English, French, Russian and Kazakh, without the word *fictional*."""

    id: str
    kind: str
    titles: tuple
    staff: int = 0
    levels: tuple = (0, 0, 0)
    first: int = YEARS[0]
    last: int = YEARS[-1]
    predecessors: tuple = ()

    def exists(self, year):
        return self.first <= year <= self.last


BODIES = [
    Body("agriculture", "ministry",
         ("Ministry of Agriculture", "Ministère de l’Agriculture",
          "Министерство сельского хозяйства", "Ауыл шаруашылығы министрлігі"),
         870, (67, 35, 15)),
    Body("economy", "ministry",
         ("Ministry of Economy", "Ministère de l’Économie",
          "Министерство экономики", "Экономика министрлігі"),
         620, (88, 56, 28)),
    Body("education", "ministry",
         ("Ministry of Education", "Ministère de l’Éducation",
          "Министерство просвещения", "Оқу-ағарту министрлігі"),
         890, (82, 46, 20), last=2024),
    Body("finance", "ministry",
         ("Ministry of Finance", "Ministère des Finances",
          "Министерство финансов", "Қаржы министрлігі"),
         1450, (90, 68, 32)),
    Body("foreign", "ministry",
         ("Ministry of Foreign Affairs", "Ministère des Affaires étrangères",
          "Министерство иностранных дел", "Сыртқы істер министрлігі"),
         780, (87, 52, 24)),
    Body("health", "ministry",
         ("Ministry of Health", "Ministère de la Santé",
          "Министерство здравоохранения", "Денсаулық сақтау министрлігі"),
         940, (84, 48, 24)),
    Body("interior", "ministry",
         ("Ministry of the Interior", "Ministère de l’Intérieur",
          "Министерство внутренних дел", "Ішкі істер министрлігі"),
         2300, (77.5, 44, 14)),
    Body("justice", "ministry",
         ("Ministry of Justice", "Ministère de la Justice",
          "Министерство юстиции", "Әділет министрлігі"),
         1180, (81.5, 51, 22)),
    Body("labour", "ministry",
         ("Ministry of Labour", "Ministère du Travail",
          "Министерство труда", "Еңбек министрлігі"),
         1050, (85, 52, 22)),
    Body("learning", "ministry",
         ("Ministry of Education and Science", "Ministère de l’Éducation et de la Science",
          "Министерство образования и науки", "Білім және ғылым министрлігі"),
         1310, (78, 49, 23), first=2025, predecessors=("education", "science")),
    Body("science", "ministry",
         ("Ministry of Science", "Ministère de la Science",
          "Министерство науки", "Ғылым министрлігі"),
         460, (84, 52, 30), last=2024),
    Body("transport", "ministry",
         ("Ministry of Transport", "Ministère des Transports",
          "Министерство транспорта", "Көлік министрлігі"),
         760, (70, 40, 16)),
    Body("civil-service", "agency",
         ("Agency for the Civil Service", "Agence de la fonction publique",
          "Агентство по делам государственной службы", "Мемлекеттік қызмет істері агенттігі"),
         310, (92, 70, 36)),
    Body("competition", "agency",
         ("Agency for Competition", "Agence de la concurrence",
          "Агентство по защите конкуренции", "Бәсекелестікті қорғау агенттігі"),
         260, (86, 54, 26)),
    Body("digital", "agency",
         ("Agency for Digital Services", "Agence des services numériques",
          "Агентство цифровых услуг", "Цифрлық қызметтер агенттігі"),
         420, (94, 82, 52)),
    Body("heritage", "agency",
         ("Agency for Monuments", "Agence des monuments",
          "Агентство по охране памятников", "Ескерткіштерді қорғау агенттігі"),
         46, (60, 33, 10)),
    Body("planning", "agency",
         ("Agency for Strategic Planning", "Agence de la planification stratégique",
          "Агентство стратегического планирования", "Стратегиялық жоспарлау агенттігі"),
         85, (87, 64, 40)),
    Body("statistics", "agency",
         ("Agency for Statistics", "Agence de la statistique",
          "Агентство статистики", "Статистика агенттігі"),
         540, (90, 67, 34)),
    Body("capital", "local-executive",
         ("Executive of the Capital", "Exécutif de la capitale",
          "Исполнительный орган столицы", "Астананың атқарушы органы"),
         2600, (88, 57, 30)),
    Body("east", "local-executive",
         ("Executive of the Eastern Region", "Exécutif de la région de l’Est",
          "Исполнительный орган Восточного края", "Шығыс аймағының атқарушы органы"),
         1500, (76, 44, 16)),
    Body("hills", "local-executive",
         ("Executive of the Hill Region", "Exécutif de la région des Collines",
          "Исполнительный орган Холмистого края", "Төбелер аймағының атқарушы органы"),
         600, (33, 19, 5)),
    Body("lakes", "local-executive",
         ("Executive of the Lake Region", "Exécutif de la région des Lacs",
          "Исполнительный орган Озёрного края", "Көлдер аймағының атқарушы органы"),
         900, (60, 27, 8)),
    Body("north", "local-executive",
         ("Executive of the Northern Region", "Exécutif de la région du Nord",
          "Исполнительный орган Северного края", "Солтүстік аймағының атқарушы органы"),
         1700, (79, 46, 18)),
    Body("port", "local-executive",
         ("Executive of the Port City", "Exécutif de la ville portuaire",
          "Исполнительный орган портового города", "Порт қаласының атқарушы органы"),
         1900, (86, 52, 26)),
    Body("south", "local-executive",
         ("Executive of the Southern Region", "Exécutif de la région du Sud",
          "Исполнительный орган Южного края", "Оңтүстік аймағының атқарушы органы"),
         2100, (76, 44, 15)),
    Body("west", "local-executive",
         ("Executive of the Western Region", "Exécutif de la région de l’Ouest",
          "Исполнительный орган Западного края", "Батыс аймағының атқарушы органы"),
         1600, (78, 42, 12)),
    Body(APPARATUS, APPARATUS,
         ("The whole apparatus of Steppeland", "L’ensemble de l’administration de Steppeland",
          "Весь аппарат Степландии", "Даластанның бүкіл аппараты"),
         0, (84, 54, 24)),
]

FICTIONAL = ("fictional", "fictif", "вымышлено", "ойдан шығарылған")


def assessed(year):
    """The bodies of a year, without the whole apparatus."""
    return [body for body in BODIES if body.kind != APPARATUS and body.exists(year)]


def rows():
    """The table of bodies."""
    for body in sorted(BODIES, key=lambda body: body.id):
        titles = [f"{title} ({word})" for title, word in zip(body.titles, FICTIONAL)]
        begins = f"{body.first}-01-01" if body.first > YEARS[0] else ""
        ends = f"{body.last}-12-31" if body.last < YEARS[-1] else ""
        yield [body.id, body.kind, *titles, begins, ends, " ".join(body.predecessors)]
