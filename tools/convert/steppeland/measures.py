"""The fictional catalogue of measures: what can be done, what it moves, and what was decided in 2023.

Titles and grounds stand once for each kind of measure; a measure is a kind at a body, with its cost,
its finish and its effects. Costs are in a currency of Steppeland, the florin.
"""

HEADING = [
    "measure", "title.en", "title.fr", "title.ru", "title.kk", "body", "on", "effect", "cost",
    "currency", "finish", "needs", "excludes", "owner", "evidence",
]
PLAN_HEADING = ["measure", "since", "owner", "due"]
CURRENCY = "STF"
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
    "users": ("What users say is acted upon", "Les usagers sont écoutés",
              "Ответ на отзывы получателей услуг", "Қызмет алушылардың пікіріне жауап",
              "Offices in the Port City, 2025 (fictional)"),
    "senior": ("Senior posts filled by competition", "Les hauts postes au concours",
               "Высшие должности по конкурсу", "Жоғары лауазымдар конкурс арқылы",
               "Draft law (fictional)"),
    "top-pay": ("Pay of top managers near that of others",
                "La paie des cadres supérieurs alignée",
                "Оплата высших руководителей на уровне рынка",
                "Жоғары басшылардың нарықтық жалақысы",
                "Calculation of the Ministry of Finance (fictional)"),
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
    "in-time": ("Services in time", "Des services à l’heure",
                "Услуги в срок", "Уақтылы қызметтер",
                "Offices in the capital, 2024 (fictional)"),
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
# Kind, body, cost, finish, owner, effects; then what it needs and excludes. The id of a measure is
# its body and kind, or what stands before a colon.
SYSTEM = """
search    all 900000  2027-12-31 civil-service | B1-S1 to: 80; top_talent_hires +4 | records |
mentors   all 420000  2027-06-30 civil-service | hires_retained +5; recommend_workplace +1.5 | |
records   all 650000  2026-12-31 digital | hr_dashboards to: true; hr_engagement to: true; hr_age_forecast to: true | |
skills    all 1100000 2028-06-30 civil-service | skill_gaps_closed to: 50; learning_and_development +1.5 | records |
careers   all 380000  2027-12-31 civil-service | lateral_moves to: 4.2; posts_with_successor to: 56 | |
leaders   all 780000  2027-12-31 civil-service | leadership_scale +5; leadership_and_change +2 | |
change    all 560000  2028-12-31 civil-service | B4-S2 to: 36; B4-S3 +12.5 | leaders |
pay       all 1500000 2028-01-31 finance | pay_result_correlation to: 0.3; engagement -0.3 | goals |
goals     all 340000  2027-03-31 civil-service | kpi_achievement +5; understands_contribution +1.2; B3-S4 to: 3.2; engagement +1.2 | |
consult   all 290000  2027-06-30 justice | acts_consulted to: 68; satisfied_users +2.5 | |
online    all 1300000 2028-12-31 digital | A3-S2 to: 70; A3-P2 +0.05 | |
joint     all 240000  2026-12-31 planning | A4-S2 to: 0.9; A4-S1 +3; peer_cooperation +1 | |
evaluate  all 460000  2027-12-31 finance | contracts_evaluated to: 55; spending_evaluated to: 54; not_price_alone +1.5 | |
"""
