"""The fictional catalogue of measures: what can be done, what it moves, and what was decided before.

Titles and grounds stand once for each kind of measure; a measure is a kind at a body, with its cost,
its finish and its effects. Costs are in a currency of Steppeland, the florin.
"""

HEADING = [
    "measure", "title.en", "title.fr", "title.ru", "title.kk", "body", "on", "effect", "cost",
    "currency", "finish", "needs", "excludes", "owner", "evidence",
]
PLAN_HEADING = ["measure", "since", "owner", "due"]
CURRENCY = "STF"
# What is added to the title of a measure that acts on every body.
EVERYWHERE = (
    ", in every body", ", dans tous les organismes", " — во всех органах", " — барлық органда",
)
# Kind: title in English, French, Russian and Kazakh, and why the effect is expected.
KINDS = {
    "search": ("Five good candidates for every post", "Cinq bons candidats pour chaque poste",
               "Пять сильных кандидатов на каждую должность", "Әр лауазымға бес мықты кандидат",
               "Pilot of 2024 in two agencies (fictional)"),
    "mentors": ("A mentor in the first year", "Un tuteur la première année",
                "Наставник в первый год", "Бірінші жылғы тәлімгер",
                "Study of newcomers, Agency for the Civil Service, 2025 (fictional)"),
    "records": ("Personnel records that answer questions",
                "Des dossiers du personnel qui répondent aux questions",
                "Кадровый учёт, отвечающий на вопросы", "Сұраққа жауап беретін кадр есебі",
                "Contract for the register (fictional)"),
    "skills": ("A plan for every skill that is missing",
               "Un plan pour chaque compétence qui manque",
               "План на каждый недостающий навык", "Жетіспейтін әр дағдыға жоспар",
               "Two ministries had a third more gaps closed in 2024 (fictional)"),
    "careers": ("Successors and moves between bodies", "Relève et mobilité entre organismes",
                "Преемники и переходы между органами", "Мұрагерлер және органдар арасындағы ауысу",
                "Estimate of the Agency for the Civil Service (fictional)"),
    "leaders": ("A school for heads of units", "Une école pour les chefs d’unité",
                "Школа руководителей", "Басшылар мектебі",
                "Survey before and after the first course, 2024 (fictional)"),
    "change": ("Change that is planned with those it concerns",
               "Un changement préparé avec les intéressés",
               "Перемены вместе с теми, кого они касаются",
               "Өзгерістерді қатысы барлармен бірге жоспарлау",
               "Three projects of 2025 (fictional)"),
    "pay": ("Bonuses that follow results", "Des primes selon les résultats",
            "Премии по результатам", "Нәтижеге қарай сыйақы",
            "Simulation of the Ministry of Finance (fictional)"),
    "goals": ("Goals that everybody understands", "Des objectifs que chacun comprend",
              "Цели, понятные каждому", "Әркімге түсінікті мақсаттар",
              "Survey of 2025 by unit (fictional)"),
    "consult": ("Drafts put to those whom they concern",
                "Des projets soumis aux intéressés",
                "Обсуждение проектов с теми, кого они касаются",
                "Жобаларды қатысы барлармен талқылау",
                "Portal of drafts, first year (fictional)"),
    "online": ("From application to decision online", "De la demande à la décision en ligne",
               "От заявления до решения онлайн", "Өтініштен шешімге дейін онлайн",
               "What the reform moved in 2024 and 2025 (fictional)"),
    "joint": ("Joint tasks with one plan", "Des tâches communes selon un seul plan",
              "Общие задачи по одному плану", "Бір жоспармен ортақ міндеттер",
              "Estimate of the Agency for Strategic Planning (fictional)"),
    "evaluate": ("Contracts and spending are looked back at",
                 "Contrats et dépenses évalués après coup",
                 "Оценка контрактов и расходов по итогам",
                 "Келісімшарттар мен шығыстарды қорытынды бағалау",
                 "Audit of 2025 (fictional)"),
    "outcomes": ("Strategic goals with a measured outcome",
                 "Des objectifs stratégiques mesurés",
                 "Стратегические цели с измеримым итогом",
                 "Нәтижесі өлшенетін стратегиялық мақсаттар",
                 "Handbook of the Agency for Strategic Planning (fictional)"),
    "senior": ("Senior posts filled by competition", "Les hauts postes au concours",
               "Высшие должности по конкурсу", "Жоғары лауазымдар конкурс арқылы",
               "Draft law (fictional)"),
    "tests": ("One anonymous test for all", "Une épreuve anonyme pour tous",
              "Единый обезличенный тест", "Баршаға ортақ жасырын тест",
              "Design of the reform of 2024 (fictional)"),
    "once": ("No document is asked for twice", "Aucun document demandé deux fois",
             "Ни один документ не запрашивается дважды", "Бірде-бір құжат екі рет сұралмайды",
             "Design of the reform of 2024 (fictional)"),
    "proactive": ("Services that come by themselves", "Des services qui viennent d’eux-mêmes",
                  "Проактивные услуги", "Проактивті қызметтер",
                  "Design of the reform of 2024 (fictional)"),
    "posts": ("Vacant posts of managers are filled", "Les postes de cadres vacants pourvus",
              "Вакансии руководителей заполнены", "Басшылардың бос орындары толтырылған",
              "Estimate of the body (fictional)"),
    "open": ("Vacancies are published and stay open", "Des postes vacants publiés et ouverts",
             "Вакансии публикуются и остаются открытыми", "Бос орындар жарияланып, ашық тұрады",
             "Reform of 2024 elsewhere (fictional)"),
    "tenders": ("Tenders that draw competitors", "Des appels d’offres concurrentiels",
                "Закупки с конкуренцией", "Бәсекелі сатып алулар",
                "Audit of 2025 (fictional)"),
    "files": ("Complete files of every act", "Des dossiers complets pour chaque acte",
              "Полное досье каждого акта", "Әр актінің толық құжаттары",
              "Estimate of the body (fictional)"),
    "training": ("Every plan of training is carried out", "Les plans de formation exécutés",
                 "Планы обучения выполняются", "Оқыту жоспарлары орындалады",
                 "Estimate of the body (fictional)"),
    "opinions": ("Opinions for other bodies in time", "Les avis rendus à temps",
                 "Согласования в срок", "Уақтылы келісу",
                 "Estimate of the body (fictional)"),
    "data": ("Open data that are complete and fresh", "Des données ouvertes complètes et à jour",
             "Полные и свежие открытые данные", "Толық әрі жаңа ашық деректер",
             "Agency for Digital Services (fictional)"),
    "automation": ("Routine functions are automated", "Les fonctions de routine automatisées",
                   "Автоматизация рутинных функций", "Күнделікті функцияларды автоматтандыру",
                   "Agency for Digital Services (fictional)"),
    "hours": ("Evenings without work", "Des soirées sans travail",
              "Вечера без работы", "Жұмыссыз кештер",
              "Trial in two regions, 2025 (fictional)"),
    "security": ("The requirements of information security are met",
                 "La sécurité de l’information assurée",
                 "Требования информационной безопасности", "Ақпараттық қауіпсіздік талаптары",
                 "Audit of 2025 (fictional)"),
}
# Id, kind, body, cost, finish, owner where it is not the body, what it needs and excludes; then the
# effects.
SYSTEM = """
search search all 900000 2027-12-31 civil-service needs=records
    B1-S1 to: 80; top_talent_hires +4
mentors mentors all 420000 2027-06-30 civil-service
    hires_retained +5; recommend_workplace +1.5
records records all 650000 2026-12-31 digital
    hr_dashboards to: true; hr_engagement to: true; hr_age_forecast to: true
skills skills all 1100000 2028-06-30 civil-service needs=records
    skill_gaps_closed to: 50; learning_and_development +1.5
careers careers all 380000 2027-12-31 civil-service
    lateral_moves to: 4.2; posts_with_successor to: 56
leaders leaders all 780000 2027-12-31 civil-service
    leadership_scale +5; leadership_and_change +2
change change all 560000 2028-12-31 civil-service needs=leaders
    B4-S2 to: 36; B4-S3 +12.5
pay pay all 1500000 2028-01-31 finance needs=goals
    pay_result_correlation to: 0.3; engagement -0.3
goals goals all 340000 2027-03-31 civil-service
    kpi_achievement +5; understands_contribution +1.2; B3-S4 to: 3.2; engagement +1.2
consult consult all 290000 2027-06-30 justice
    acts_consulted to: 68; satisfied_users +2.5
online online all 1300000 2029-12-31 digital
    A3-S2 to: 70; A3-P2 +0.05
joint joint all 240000 2026-12-31 planning
    A4-S2 to: 0.9; A4-S1 +3; peer_cooperation +1
evaluate evaluate all 460000 2027-12-31 finance
    contracts_evaluated to: 55; spending_evaluated to: 54; not_price_alone +1.5
outcomes outcomes all 310000 2027-09-30 planning
    A1-S1 to: 78; recommendations_implemented +5
senior senior apparatus 200000 2027-12-31 civil-service
    oecd_senior_management +0.2; oecd_proactive_recruitment +0.1
"""
LOCAL = """
economy-search search economy 60000 2026-12-31 excludes=search
    B1-S1 to: 80; top_talent_hires +4
economy-mentors mentors economy 45000 2026-09-30
    hires_retained +6; recommend_workplace +3
economy-skills skills economy 90000 2027-06-30 needs=economy-mentors
    skill_gaps_closed +34; lateral_moves +1.5; learning_and_development +1
economy-change change economy 55000 2027-03-31
    B4-S2 to: 36; B4-S3 +25; leadership_scale +3
economy-goals goals economy 40000 2026-12-31 excludes=pay
    pay_result_correlation to: 0.28; understands_contribution +2; engagement +2;
    kpi_achievement +5; goals_achieved +1
economy-joint joint economy 35000 2026-12-31
    joint_tasks_on_time +14; A4-S1 +6; peer_cooperation +5
economy-online online economy 120000 2027-12-31 excludes=online
    A3-S2 +15; acts_consulted +15; satisfied_users +4; services_online +9000
finance-search search finance 95000 2027-03-31
    B1-S1 to: 82; hires_retained +1
finance-skills skills finance 150000 2027-12-31
    skill_gaps_closed +32; lateral_moves +2; hr_engagement to: true; hr_age_forecast to: true
finance-change change finance 80000 2027-06-30 needs=finance-goals excludes=change
    B4-S2 +7; leadership_and_change +1
finance-goals goals finance 70000 2026-12-31
    pay_result_correlation +0.15; understands_contribution +1.5; engagement +1
statistics-search search statistics 40000 2026-12-31
    B1-S1 +45
statistics-skills skills statistics 65000 2027-06-30 needs=records
    skill_gaps_closed to: 48; learning_and_development +2
statistics-change change statistics 45000 2027-03-31
    B4-S2 to: 35
civil-service-leaders leaders civil-service 30000 2026-12-31
    leadership_scale +3; leadership_and_change +2; B4-S2 +2
civil-service-careers careers civil-service 15000 2026-06-30
    lateral_moves +2; top_talent_hires +6; posts_with_successor +10
justice-search search justice 70000 2027-03-31
    B1-S1 to: 80; top_talent_hires +4; hires_retained +5
justice-skills skills justice 140000 2027-12-31 excludes=skills
    skill_gaps_closed to: 52; lateral_moves +2.5; learning_and_development +2;
    hr_dashboards to: true; hr_engagement to: true
justice-leaders leaders justice 85000 2027-06-30
    leadership_scale +5; leadership_and_change +3; posts_with_successor +12
justice-change change justice 60000 2027-09-30 needs=justice-leaders
    B4-S2 to: 36; B4-S3 +25
justice-goals goals justice 65000 2026-12-31
    pay_result_correlation +0.16; B3-S4 +1.5; engagement +2; kpi_achievement +7
justice-joint joint justice 50000 2026-12-31
    joint_tasks_on_time +13; A4-S1 +4; peer_cooperation +5; recommendations_implemented +10;
    spending_evaluated +20; A1-S1 +8
port-evaluate evaluate port 110000 2027-06-30
    not_price_alone +4; contracts_evaluated +12
port-joint joint port 130000 2027-03-31
    A4-S1 +5; peer_cooperation +5
health-mentors mentors health 90000 2026-12-31
    hires_retained +4; recommend_workplace +3; fair_treatment +0.5
learning-joint joint learning 60000 2027-06-30
    peer_cooperation +4; recommendations_implemented +4
north-outcomes outcomes north 95000 2027-12-31
    recommendations_implemented +6; not_price_alone +2.5
east-outcomes outcomes east 150000 2027-12-31
    recommendations_implemented +8; not_price_alone +3; peer_cooperation +6
interior-leaders leaders interior 260000 2028-03-31
    leadership_scale +6; leadership_and_change +3; B4-S3 +12.5
interior-mentors mentors interior 180000 2027-06-30
    hires_retained +5; recommend_workplace +4; peer_cooperation +5
south-joint joint south 210000 2027-12-31
    peer_cooperation +6; A4-S1 +6; B4-S3 +12.5; leadership_scale +3
south-mentors mentors south 190000 2027-09-30
    hires_retained +5; recommend_workplace +5; engagement +1
transport-tenders tenders transport 25000 2026-09-30
    competitive_value +3; single_bids -2
transport-opinions opinions transport 30000 2026-12-31
    opinions_on_time +6
transport-training training transport 40000 2026-12-31
    training_plan_done +6; goals_set_early +7
agriculture-files files agriculture 35000 2026-12-31
    A1-P1 +13; qualified_policy_staff +3; opinions_on_time +5; A4-P2 -8
agriculture-tenders tenders agriculture 30000 2026-12-31
    competitive_value +4; single_bids -2
agriculture-training training agriculture 60000 2027-06-30 needs=agriculture-posts
    trained_staff +8; training_plan_done +6; goals_set_early +9
agriculture-posts posts agriculture 45000 2026-09-30
    manager_posts_vacant -3; merit_top_recruitments +16; managers_replaced -2
agriculture-open open agriculture 20000 2026-06-30 excludes=agriculture-tenders
    open_competition +3; vacancies_open_ten_days +14
hills-open open hills 40000 2026-12-31
    open_competition +8; vacancies_open_ten_days +20
economy-data data economy 25000 2026-12-31
    data_sets_published +4; data_sets_current +8; publications_in_time +6
economy-automation automation economy 95000 2027-12-31 needs=economy-data
    functions_automated +12; overtime -3
agriculture-hours hours agriculture 15000 2026-09-30
    overtime -6; left -12
hills-security security hills 60000 2026-12-31
    security to: true
"""
# What was decided after the assessments of 2023 and 2024, and is in the figures of 2025 as far as it
# worked.
PAST = """
reform-tests tests all 310000 2024-12-31 civil-service
    B1-P2 +2
reform-open open all 180000 2024-12-31 civil-service
    open_competition +5; vacancies_open_ten_days +10
reform-online online all 900000 2025-06-30 digital
    A3-S2 +12
reform-once once all 240000 2025-03-31 digital needs=reform-online
    A4-P2 -5
economy-coaching leaders economy 35000 2025-05-31
    leadership_scale +2
finance-gaps skills finance 60000 2025-09-30
    skill_gaps_closed +12
digital-first proactive digital 70000 2025-06-30
    proactive_cases +3
interior-goals goals interior 90000 2025-01-31
    goals_set_early +6; kpi_achievement +2
"""
# Measure, the year of the assessment it was decided after, owner if another one, and due if later.
PLAN = """
reform-tests 2023
reform-open 2023
reform-online 2023 digital 2025-12-31
reform-once 2023
economy-coaching 2024
finance-gaps 2024 finance 2025-12-31
digital-first 2024
interior-goals 2024
"""


def measures():
    """Id, kind, body, cost, finish, owner, needs, excludes and effects of each, sorted by id."""
    found = []
    for line in "".join([SYSTEM, LOCAL, PAST]).splitlines():
        if line.startswith(" "):
            found[-1][-1].extend(part.strip().split(" ", 1) for part in line.strip(" ;").split(";"))
        elif line:
            name, kind, body, cost, finish, *rest = line.split()
            links = dict(word.split("=") for word in rest if "=" in word)
            owner = [word for word in rest if "=" not in word]
            found.append([
                name, kind, body, cost, finish, owner[0] if owner else body,
                links.get("needs", ""), links.get("excludes", ""), [],
            ])
    return sorted(found)


def rows():
    """The table of measures: the first row of each says everything, others an effect alone."""
    for name, kind, body, cost, finish, owner, needs, excludes, actions in measures():
        *titles, evidence = KINDS[kind]
        if body == "all":
            titles = [title + where for title, where in zip(titles, EVERYWHERE)]
        for number, (on, effect) in enumerate(actions):
            if number:
                yield [name, "", "", "", "", body, on, effect, "", "", "", "", "", "", ""]
            else:
                yield [
                    name, *titles, body, on, effect, cost, CURRENCY, finish, needs, excludes, owner,
                    evidence,
                ]


def plan():
    """The table of what was decided."""
    for line in PLAN.strip().splitlines():
        yield (line.split() + ["", ""])[:4]
