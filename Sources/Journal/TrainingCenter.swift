/// The center in which an installed program begins: `Fixtures/centers/training.yaml`, word for word; a test compares them.
package enum TrainingCenter {
  /// The bytes of its center file.
  package static var bytes: [UInt8] { Array(text.utf8) }

  static let text = #"""
    # The training center: a small, invented Joint Processing Center for learning, drills and the recorded days of
    # a Tucson reception center in 2021. Sized for about 300 arrivals a day and 300 to 600 people who stay while
    # their consultation, interview and plans take their time.
    #
    # `jpc check` reads this file and names every fault by line and column. Lines that begin with # are comments.

    name: Training Center
    code: TRN

    # The IANA time zone whose clock people here read.
    timezone: America/Phoenix

    # The rule set a new journal begins with: us-2021 (consultation of 48 hours) or us-2023 (24 hours). A recorded
    # day names its own, the one in force on that day.
    rules: us-2023

    # People a day that the center can process, by its own measure.
    dailyIntake: 320

    # Areas, each with places of one kind: singleMen, singleWomen, families, children (alone), isolation.
    #   physical    beds, cots and mats that exist
    #   safe        how many of them health distancing allows
    #   staffed     how many the staff on duty may answer for
    #   reserve     places that can be opened beyond these; not usable until opened
    #   held        places promised to someone who is not here yet
    #   outOfOrder  places that are broken or being cleaned
    # Usable is the smallest that applies, and the board names which one binds.
    areas:
      - code: men-a
        name: Men A
        kind: singleMen
        capacity: { physical: 80, safe: 74, staffed: 70, reserve: 20, outOfOrder: 2 }
      - code: women-a
        name: Women A
        kind: singleWomen
        capacity: { physical: 70, safe: 64, staffed: 60, reserve: 20 }
      # Two family areas, so that one can be cleaned or closed.
      - code: families-a
        name: Families A
        kind: families
        capacity: { physical: 250, safe: 235, staffed: 220, reserve: 70, outOfOrder: 4 }
      - code: families-b
        name: Families B
        kind: families
        capacity: { physical: 220, safe: 205, staffed: 190, reserve: 70 }
      # Children alone; never anyone else.
      - code: children-a
        name: Children
        kind: children
        capacity: { physical: 30, safe: 28, staffed: 24, reserve: 8 }
      # Single rooms: a whole case is isolated together.
      - code: isolation-a
        name: Isolation
        kind: isolation
        capacity: { physical: 44, safe: 44, staffed: 40, reserve: 8 }

    # The four stages, in the order of the process, with their desks and the time one service takes. The
    # variation is the standard deviation over the mean. `staffedByHour` says how many desks have somebody at
    # them in each hour of the local day, from midnight; without it all desks are always staffed.
    stages:
      # Numbers, ties, language, property, a first meal.
      - stage: reception
        desks: 5
        service: { meanMinutes: 12, variation: 0.5 }
        staffedByHour:
          [1, 1, 1, 1, 1, 1, 2, 3, 5, 5, 5, 5,
           5, 5, 5, 5, 5, 5, 4, 3, 2, 2, 1, 1]
      # Screening of every person of the case.
      - stage: health
        desks: 5
        service: { meanMinutes: 15, variation: 0.6 }
        staffedByHour:
          [1, 1, 1, 1, 1, 1, 2, 3, 5, 5, 5, 5,
           5, 5, 5, 5, 5, 5, 4, 4, 3, 3, 1, 1]
      # Asylum officers; the bottleneck by design, and it works at night.
      - stage: interview
        desks: 10
        service: { meanMinutes: 95, variation: 0.4 }
        staffedByHour:
          [3, 3, 3, 3, 3, 3, 5, 5, 10, 10, 10, 10,
           10, 10, 10, 10, 10, 10, 7, 7, 7, 7, 3, 3]
      # Plan, checklist, receiver.
      - stage: caseManagement
        desks: 5
        service: { meanMinutes: 30, variation: 0.5 }
        staffedByHour:
          [1, 1, 1, 1, 1, 1, 2, 3, 5, 5, 5, 5,
           5, 5, 5, 5, 5, 5, 4, 4, 3, 3, 1, 1]

    # Languages by ISO 639-3 code: whether desk staff speak it, interpreters on duty in person, telephone lines.
    # A case in a language without any of the three is put on hold for an interpreter, and alarms.
    languages:
      - { code: spa, name: Spanish, spokenByStaff: true, interpreters: 4, lines: 4 }
      - { code: eng, name: English, spokenByStaff: true, lines: 2 }
      - { code: por, name: Portuguese, interpreters: 3, lines: 3 }
      - { code: hat, name: Haitian Creole, interpreters: 2, lines: 2 }
      - { code: fra, name: French, interpreters: 1, lines: 2 }
      - { code: ron, name: Romanian, lines: 2 }
      - { code: hin, name: Hindi, lines: 2 }
      - { code: pan, name: Punjabi, lines: 2 }
      - { code: guj, name: Gujarati, lines: 1 }
      - { code: rus, name: Russian, lines: 2 }
      - { code: tur, name: Turkish, lines: 1 }
      - { code: ara, name: Arabic, lines: 1 }
      - { code: cmn, name: Mandarin Chinese, lines: 1 }
      - { code: ben, name: Bengali, lines: 1 }
      - { code: nep, name: Nepali, lines: 1 }
      - { code: que, name: Quechua, lines: 1 }  # also for Quichua of Ecuador
      - { code: mam, name: Mam, lines: 1 }  # Mayan, Guatemala
      - { code: quc, name: K'iche', lines: 1 }  # Mayan, Guatemala
      - { code: kek, name: Q'eqchi', lines: 1 }  # Mayan, Guatemala
      - { code: kjb, name: Q'anjob'al }  # no line yet: book the second language, then escalate

    # Who receives released people: shelters, sponsors' travel, case-management programs. `places` are people a
    # day; `opens` and `closes` are local hours, `wayMinutes` how long the way there takes. `takes` names the kinds of
    # cases it takes, each with its own places a day or adults of one sex only; without it, it takes everyone who may be
    # released. Every name here is invented.
    receivers:
      # The shelter across the road takes families first.
      - code: casa-puente
        name: Casa del Puente
        kind: shelter
        places: 120
        opens: 8
        closes: 20
        takes: [{ kind: familyUnit }, { kind: singleAdult, places: 30 }]
        languages: [spa, por]
      - { code: casa-norte, name: Casa Norte, kind: shelter, places: 80, opens: 9, closes: 18, wayMinutes: 40 }
      # Women and children.
      - code: hogar-sol
        name: Hogar del Sol
        kind: shelter
        places: 60
        opens: 8
        closes: 22
        takes: [{ kind: familyUnit, sex: female }, { kind: singleAdult, sex: female }]
      # Relatives and friends who send a ticket.
      - { code: sponsor, name: Sponsor's travel, kind: sponsor, places: 150, opens: 6, closes: 22 }
      - { code: acompana, name: Acompaña Case Program, kind: program, places: 40, opens: 9, closes: 17 }

    # Hours within which a consulate gives a travel document once it was asked, as agreed with it: a clock runs.
    consulates:
      - { nation: GTM, documentHours: 72 }
      - { nation: HND, documentHours: 72 }
      - { nation: MEX, documentHours: 24 }

    # What simulated days and forecasts share. The shares of children alone are those of ports (1.4 to 1.7 %);
    # outcomes are those of USCIS in fiscal year 2021; findings are per 1,000 people screened.
    model:
      arrivalsPerHour:
        [2, 1, 1, 1, 2, 3, 4, 6, 10, 16, 22, 26,
         28, 24, 26, 30, 28, 22, 14, 10, 8, 6, 4, 3]
      batchMean: 11
      childrenAlone: 0.015
      positive: 0.72       # of decided interviews
      closed: 0.05         # of all interviews
      waived: 0.6          # cases that waive their consultation period; the engine's own default is 0.35
      reversed: 0.28       # negative determinations reversed on review
      lice: 65
      scabies: 29
      erReferral: 9
      influenzaLike: 3.7
      tbRuleOut: 3
      varicella: 0.5

    # Thresholds. Each level is raised at `raise` or above and cleared at `clear` or below, after standing so for
    # `onDelay` and `offDelay` minutes; `minimumCount` is how many people or cases must stand behind the value.
    # An alarm is something that needs a person to act: who owns it, what happens if nobody does, and how long
    # there is, and the keys of the board to press first, as ? shows them: 2 the queue of a stage, 6 the response
    # plan, 7 the places, 8 those who leave, 0 everyone on roll, m the messages.
    # `effectOf` names what brings it about: while that is active, a flood folds this alarm under it.
    thresholds:
      - name: Families over places
        measure: { of: kindOccupancy, kind: families }
        levels:
          - { level: watch, raise: 85, clear: 75, onDelay: 15, offDelay: 30 }
          - { level: strained, raise: 95, clear: 85, onDelay: 15, offDelay: 30 }
          - { level: crisis, raise: 110, clear: 95, onDelay: 15, offDelay: 60 }
        owner: shift-lead
        consequence: Families sleep without a place.
        actMinutes: 60
        firstKeys: "7"
        effectOf: [Arrivals over processed]
      - name: Single men over places
        measure: { of: kindOccupancy, kind: singleMen }
        levels:
          - { level: watch, raise: 85, clear: 75, onDelay: 15, offDelay: 30 }
          - { level: strained, raise: 100, clear: 85, onDelay: 15, offDelay: 30 }
        owner: shift-lead
        consequence: Men sleep without a place.
        actMinutes: 60
        firstKeys: "7"
        effectOf: [Arrivals over processed]
      - name: Single women over places
        measure: { of: kindOccupancy, kind: singleWomen }
        levels:
          - { level: watch, raise: 85, clear: 75, onDelay: 15, offDelay: 30 }
          - { level: strained, raise: 100, clear: 85, onDelay: 15, offDelay: 30 }
        owner: shift-lead
        consequence: Women sleep without a place.
        actMinutes: 60
        firstKeys: "7"
        effectOf: [Arrivals over processed]
      - name: Children's area filling
        measure: { of: kindOccupancy, kind: children }
        levels:
          - { level: watch, raise: 75, clear: 60, onDelay: 5, offDelay: 30 }
          - { level: crisis, raise: 95, clear: 80, offDelay: 30 }
        owner: child-lead
        consequence: A child alone has no safe place to sleep.
        actMinutes: 30
        firstKeys: "7"
      - name: Isolation filling
        measure: { of: kindOccupancy, kind: isolation }
        levels:
          - { level: watch, raise: 80, clear: 65, onDelay: 15, offDelay: 30 }
          - { level: strained, raise: 100, clear: 85, onDelay: 15, offDelay: 30 }
        owner: health-lead
        consequence: The next infectious family cannot be kept apart.
        actMinutes: 60
        firstKeys: "7"
      - name: Families A over its places
        measure: { of: areaOccupancy, area: families-a }
        levels:
          - { level: watch, raise: 105, clear: 95, onDelay: 15, offDelay: 30 }
        owner: shift-lead
        consequence: Families crowd in one area while another has beds.
        actMinutes: 60
        firstKeys: "7"
        effectOf: [Families over places]
      - name: Center over places
        measure: { of: centerOccupancy }
        levels:
          - { level: strained, raise: 95, clear: 85, onDelay: 30, offDelay: 60 }
          - { level: crisis, raise: 120, clear: 100, onDelay: 30, offDelay: 60 }
        owner: center-lead
        consequence: People are without a place anywhere in the center.
        actMinutes: 120
        firstKeys: "7"
        effectOf: [Arrivals over processed]
      - name: Reception wait
        measure: { of: oldestWait, stage: reception }
        levels:
          - { level: watch, raise: 60, clear: 30, onDelay: 5, offDelay: 10 }
          - { level: strained, raise: 120, clear: 60, onDelay: 5, offDelay: 10 }
        owner: reception-lead
        consequence: People stand outside without water or a toilet.
        actMinutes: 20
        firstKeys: "2"
        effectOf: [Arrivals over processed]
      - name: Health wait
        measure: { of: oldestWait, stage: health }
        levels:
          - { level: watch, raise: 180, clear: 90, onDelay: 5, offDelay: 15 }
          - { level: strained, raise: 360, clear: 180, onDelay: 5, offDelay: 15 }
        owner: health-lead
        consequence: Children are not seen within their six hours.
        actMinutes: 30
        firstKeys: "2"
        effectOf: [Arrivals over processed]
      - name: Interview wait
        measure: { of: oldestWait, stage: interview }
        levels:
          - { level: watch, raise: 720, clear: 480, onDelay: 15, offDelay: 60 }
          - { level: strained, raise: 1440, clear: 960, onDelay: 15, offDelay: 60 }
        owner: interview-lead
        consequence: Custody passes 72 hours before a decision.
        actMinutes: 120
        firstKeys: "2"
        effectOf: [No interpreter, Arrivals over processed]
      - name: Interviews wait long
        measure: { of: p90Wait, stage: interview }
        levels:
          - { level: watch, raise: 600, clear: 480, onDelay: 15, offDelay: 60, minimumCount: 10 }
          - { level: strained, raise: 1200, clear: 900, onDelay: 15, offDelay: 60, minimumCount: 10 }
        owner: interview-lead
        consequence: Not one case but a tenth of them wait too long; the interviews do not keep up.
        actMinutes: 240
        firstKeys: "2"
        effectOf: [No interpreter, Arrivals over processed]
      - name: No interpreter
        measure: { of: interpreterShortage }
        levels:
          - { level: watch, raise: 1, clear: 0, onDelay: 30, offDelay: 30 }
          - { level: strained, raise: 10, clear: 5, onDelay: 30, offDelay: 30 }
        owner: interview-lead
        consequence: People wait for an interview that nobody here can hold in their language.
        actMinutes: 60
        firstKeys: "2"
      - name: Case management wait
        measure: { of: oldestWait, stage: caseManagement }
        levels:
          - { level: watch, raise: 240, clear: 120, onDelay: 10, offDelay: 30 }
          - { level: strained, raise: 480, clear: 240, onDelay: 10, offDelay: 30 }
        owner: case-lead
        consequence: People who may leave stay and take places.
        actMinutes: 60
        firstKeys: "2"
        effectOf: [Arrivals over processed]
      - name: Arrivals over processed
        measure: { of: arrivalsOverProcessed, minutes: 60 }
        levels:
          - { level: watch, raise: 20, clear: 5, onDelay: 15, offDelay: 30, minimumCount: 10 }
          - { level: strained, raise: 60, clear: 20, onDelay: 15, offDelay: 30, minimumCount: 20 }
        owner: shift-lead
        consequence: Queues grow until the night.
        actMinutes: 30
        firstKeys: "6"
      - name: More come than a day's intake
        measure: { of: arrivalsADay, minutes: 1440 }
        levels:
          - { level: watch, raise: 320, clear: 240, onDelay: 15, offDelay: 120 }
          - { level: strained, raise: 480, clear: 360, onDelay: 15, offDelay: 120 }
        owner: center-lead
        consequence: The center takes in more than it can serve, and every line grows tomorrow.
        actMinutes: 240
        firstKeys: "6"
      - name: Many people on roll
        measure: { of: census }
        levels:
          - { level: watch, raise: 600, clear: 520, onDelay: 60, offDelay: 120 }
          - { level: strained, raise: 700, clear: 600, onDelay: 60, offDelay: 120 }
        owner: center-lead
        consequence: Food, water and staff are ordered for fewer people than are here.
        actMinutes: 240
        firstKeys: "0"
      # A day must have been seen before its pace means anything: hence the delay.
      - name: More stay than leave
        measure: { of: stockHours }
        levels:
          - { level: watch, raise: 96, clear: 72, onDelay: 1440, offDelay: 120, minimumCount: 50 }
          - { level: strained, raise: 144, clear: 108, onDelay: 1440, offDelay: 120, minimumCount: 50 }
        owner: center-lead
        consequence: At the pace of the last day the center takes days to empty while others come.
        actMinutes: 240
        firstKeys: "6"
        effectOf: [Releases without a receiver, Case management wait]
      - name: Custody near 72 hours
        measure: { of: clocksNear, clock: custody, minutes: 480 }
        levels:
          - { level: watch, raise: 5, clear: 2, offDelay: 30 }
          - { level: strained, raise: 20, clear: 10, offDelay: 30 }
        owner: case-lead
        consequence: People are held past the limit of their custody.
        actMinutes: 60
        firstKeys: "0"
        effectOf: [Custody breaches ahead]
      - name: Custody breaches ahead
        measure: { of: predictedBreaches, clock: custody, minutes: 720 }
        levels:
          - { level: watch, raise: 5, clear: 2, onDelay: 15, offDelay: 30 }
          - { level: strained, raise: 20, clear: 10, onDelay: 15, offDelay: 30 }
        owner: case-lead
        consequence: More cases reach the limit of their custody within twelve hours than leave in that time.
        actMinutes: 120
        firstKeys: "0"
        effectOf: [Interview wait, Interviews wait long, No interpreter]
      - name: ORR notice near 48 hours
        measure: { of: clocksNear, clock: notifyORR, minutes: 720 }
        levels:
          - { level: strained, raise: 1, clear: 0 }
        owner: child-lead
        consequence: A child waits for a placement that nobody asked for.
        actMinutes: 60
        firstKeys: "0"
      - name: ORR transfer near 72 hours
        measure: { of: clocksNear, clock: transferORR, minutes: 720 }
        levels:
          - { level: strained, raise: 1, clear: 0 }
        owner: child-lead
        consequence: A child alone stays longer than the law allows.
        actMinutes: 60
        firstKeys: "0"
      - name: Health interview of a child due
        measure: { of: clocksNear, clock: healthInterview, minutes: 60 }
        levels:
          - { level: watch, raise: 1, clear: 0 }
        owner: health-lead
        consequence: A child who may be ill is seen too late.
        actMinutes: 30
        firstKeys: "0"
        effectOf: [Health wait]
      - name: Retest in isolation due
        measure: { of: clocksNear, clock: retest, minutes: 120 }
        levels:
          - { level: watch, raise: 1, clear: 0 }
        owner: health-lead
        consequence: A family stays alone in a room that another one needs.
        actMinutes: 120
        firstKeys: "0"
      - name: Review near its limit
        measure: { of: clocksNear, clock: review, minutes: 1440 }
        levels:
          - { level: watch, raise: 1, clear: 0, offDelay: 30 }
        owner: interview-lead
        consequence: Someone is held past the day on which a review had to be decided.
        actMinutes: 240
        firstKeys: "0"
      - name: People without a place
        measure: { of: unplaced }
        levels:
          - { level: strained, raise: 1, clear: 0, onDelay: 15, offDelay: 15 }
          - { level: crisis, raise: 25, clear: 10, onDelay: 15, offDelay: 30 }
        owner: shift-lead
        consequence: People are in corridors and are lost from view.
        actMinutes: 30
        firstKeys: "7"
        effectOf: [Arrivals over processed, Center over places, Families over places]
      - name: Releases without a receiver
        measure: { of: releasesWithoutReceiver }
        levels:
          - { level: watch, raise: 40, clear: 20, onDelay: 60, offDelay: 60 }
        owner: release-lead
        consequence: People leave to the street.
        actMinutes: 240
        firstKeys: "8"
      - name: Families apart
        measure: { of: openSeparations }
        levels:
          - { level: watch, raise: 1, clear: 0 }
        owner: child-lead
        consequence: A family loses sight of one of its own.
        actMinutes: 60
        firstKeys: "0"
      - name: Child with unrelated adults
        measure: { of: coPlacements }
        levels:
          - { level: crisis, raise: 1, clear: 0 }
        owner: child-lead
        consequence: A child is unsafe.
        actMinutes: 5
        firstKeys: "7"
      - name: Linked illness
        measure: { of: linkedIllness }
        levels:
          - { level: strained, raise: 2, clear: 1 }
        owner: health-lead
        consequence: An illness passes from family to family while they share rooms.
        actMinutes: 60
        firstKeys: "2"
      - name: Nothing recorded
        measure: { of: dataAge }
        levels:
          - { level: watch, raise: 180, clear: 5 }
          - { level: strained, raise: 360, clear: 5 }
        owner: shift-lead
        consequence: The board shows a center that is no more; people come and go unseen.
        actMinutes: 15
        firstKeys: "m"

    # The crisis rule: more people arrive than are processed over `arrivalMinutes`, and a kind of place stands at
    # `placesPercent` of its staffed places for `placesMinutes`. It may be stood down when every kind has been
    # under `clearPercent` for `clearMinutes`. The rule proposes; a person declares.
    crisis:
      arrivalMinutes: 60
      placesPercent: 100
      placesMinutes: 15
      clearPercent: 85
      clearMinutes: 120
      # Minutes after which a proposal declares itself where nobody has; 0 leaves it to a person.
      autoDeclareMinutes: 0

    # The response plan: action cards by role. `minutes` counts from the declaration. No action turns people
    # away or delays their admission.
    responsePlan:
      cards:
        - code: F-1
          title: Open places
          role: center-lead
          lines:
            - text: Open the reserve places of the families' areas and say so at the morning board
              role: center-lead
              minutes: 30
            - text: Ask the shelter network for places tonight; write down who said how many
              role: release-lead
              minutes: 45
            - text: Call in the on-call shift so that opened places are staffed
              role: shift-lead
              minutes: 60
        - code: F-2
          title: Keep people moving
          role: shift-lead
          lines:
            - text: Move two desks from reception to health while reception waits under 30 minutes
              role: reception-lead
              minutes: 30
            - text: Start telephone interviews in every room with a line
              role: interview-lead
              minutes: 60
            - text: Ask the asylum office for surge officers for three days
              role: interview-lead
              minutes: 90
            - text: Open the second interpreter line for the three languages that wait longest
              role: interview-lead
              minutes: 90
        - code: F-3
          title: Children and health
          role: health-lead
          lines:
            - text: Walk the children's area and count with the board; report the number
              role: child-lead
              minutes: 20
            - text: Ask the county for the health task force
              role: health-lead
              minutes: 60
            - text: Water, food, blankets and toilets for everyone waiting outside
              role: shift-lead
              minutes: 30
      # The ladder of reserves, in the order of opening: places that can be opened, with the staff and the time that takes.
      # `jpc do reserve CODE` orders one; opened, it is entered with `capacity`.
      reserves:
        - code: hall
          title: Dining hall beds
          kind: families
          places: 30
          staff: 2
          leadMinutes: 45
        - code: gym
          title: School gymnasium
          kind: families
          places: 60
          staff: 4
          leadMinutes: 120
        - code: men-tent
          title: Tent for men
          kind: singleMen
          places: 40
          staff: 3
          leadMinutes: 180
        - code: girls
          title: Second children's room
          kind: children
          places: 8
          staff: 2
          leadMinutes: 60
      # What is checked before a crisis is stood down; a person decides.
      standDown:
        - Every person has a place and a bed tonight
        - No child waits outside the children's area
        - The reserves that were opened are staffed for the night, or closed
        - Everyone who was asked for help was told and thanked
        - What to change is written down while it is remembered

    """#
}
