"""The fictional programme of reforms: measures, owners, dates, and what each was meant to move."""

HEADING = [
    "reform", "measure", "reform-title.en", "reform-title.fr", "reform-title.ru", "reform-title.kk",
    "measure-title.en", "measure-title.fr", "measure-title.ru", "measure-title.kk", "owner", "from",
    "to", "criteria",
]
REFORMS = [
    ("merit", ("Merit in every competition", "Le mérite dans chaque concours",
               "Заслуги в каждом конкурсе", "Әр конкурста еңбегіне қарай"), [
        ("tests", ("One anonymous test for all", "Une épreuve anonyme pour tous",
                   "Единый обезличенный тест", "Баршаға ортақ жасырын тест"),
         "civil-service", "2024-02-01", "2024-12-31", "B1-P2"),
        ("open", ("All vacancies are published", "Tous les postes sont publiés",
                  "Все вакансии публикуются", "Барлық бос орын жарияланады"),
         "civil-service", "2024-02-01", "", "B1-P1; B1-P3"),
        ("talent", ("A campaign for the best graduates", "Une campagne pour les meilleurs diplômés",
                    "Кампания для лучших выпускников", "Үздік түлектерге арналған науқан"),
         "civil-service", "2024-09-01", "", "B1-S1; B1-S2"),
    ]),
    ("services", ("Services without a visit", "Des services sans déplacement",
                  "Услуги без визита", "Барусыз қызметтер"), [
        ("online", ("From application to decision online", "De la demande à la décision en ligne",
                    "От заявления до решения онлайн", "Өтініштен шешімге дейін онлайн"),
         "digital", "2024-01-15", "2025-12-31", "A3-S2"),
        ("once", ("No document is asked for twice", "Aucun document demandé deux fois",
                  "Ни один документ не запрашивается дважды", "Бірде-бір құжат екі рет сұралмайды"),
         "digital", "2024-04-01", "", "A4-P2"),
        ("proactive", ("Services that come by themselves", "Des services qui viennent d’eux-mêmes",
                       "Проактивные услуги", "Проактивті қызметтер"),
         "digital", "2024-07-01", "", "A3-I1"),
    ]),
    ("results", ("Pay that follows results", "Une paie selon les résultats",
                 "Оплата по результатам", "Нәтижеге қарай төлем"), [
        ("goals", ("Goals for everybody by mid-February", "Des objectifs pour tous à la mi-février",
                   "Цели для каждого к середине февраля", "Ақпанның ортасына дейін әркімге мақсат"),
         "civil-service", "2024-01-01", "", "B3-P1"),
        ("bonus", ("Bonuses tied to results", "Des primes liées aux résultats",
                   "Премии по результатам", "Нәтижеге байланысты сыйақы"),
         "finance", "2024-07-01", "", "B3-S3"),
    ]),
]


def rows():
    """The table of reforms, one row for each measure."""
    for reform, titles, measures in REFORMS:
        for measure, names, owner, begins, ends, criteria in measures:
            yield [reform, measure, *titles, *names, owner, begins, ends, criteria]
