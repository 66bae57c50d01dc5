"""Everyday words from which the names of schemes, acts, bodies and forms are made: our own list.

None of them is usual as the name of a person. In small letters.
"""

from __future__ import annotations

_EVERYDAY_LISTED = """
universal credit benefit benefits allowance pension income housing homeless homelessness marriage
partnership forced honour abduction slavery modern exploitation trafficking image images sexting
unduly lenient leniency restraining prevention protective preventive suspended determinate
extended licence recall parole remand indictment arraignment mention mode mitigation aggravating
credible reliable relevant irrelevant necessary proportionate proportionality reasonable doubt
proof burden corroboration complaint complaints allegation allegations alleged report reporting
disclosure disclosed unused used sensitive secret privilege privileged immunity admissible
admissibility hearsay character bad good propensity similar identification identity parade album
voice handwriting fingerprint fingerprints footwear fibre fibres blood urine saliva semen
toxicology laboratory analysis analytical imaging download downloads extraction handset tablet
laptop computer computers hard drive drives memory card cards storage cloud backup account
accounts password username profile photo photos photograph photographs picture pictures screenshot
screenshots footage camera cameras microphone audio transcript transcripts recording recordings
disc discs copy copies original working master bundle bundles index indices folder folders tab
tabs cover sheet sheets continuation contents list lists log logbook notebook notebooks diary
pocket book books daybook journal acknowledgement acknowledgment receipt receipts certificate
certificates licence licences permit permits pass passes badge badges warrant warrants summons
requisition postal post mail courier delivery envelope stamp signature signed unsigned dated
undated draft drafts version final template templates annexe annexes glossary definition
definitions term terms reference references purpose purposes scope aim aims objective objectives
principle principles value values vision mission strategy strategic tactical operational
governance assurance audit audits inspection inspections inspector accreditation accredited
qualification qualified certificate diploma degree academy institute institution faculty graduate
apprentice apprenticeship learning development career continuing competence competency
competencies appraisal probationer rota shift shifts roster overtime leave sickness absence
maternity paternity annual rest lieu toil payroll pay finance budget cost costs fee fees fund
funds funding grant grants award awards tender contract contracts supplier procurement estate
estates fleet logistics store stores stock equipment uniform taser baton handcuffs radio airwave
channel control room dispatch despatch switchboard helpdesk helpline hotline freephone callback
voicemail answerphone text texts website webchat chat app apps application applications software
hardware server firewall cyber technology technical information intelligence research
evidence-based innovation change transformation improvement demand resource resources resourcing
capability risk risks harm harms vulnerable vulnerability child children adult adults elderly
disability disabled accessible accessibility inclusion inclusive diversity diverse belief religion
religious faith gender sex orientation race ethnicity ethnic nationality national nationals
migrant refugee asylum visa settled status sponsorship embassy consulate border customs revenue
tax council councillor mayor assembly senedd cabinet secretary minister prime white green paper
bill statute statutory instrument regulation regulations directive treaty convention
constitutional supreme divisional administrative chancery tribunal coroner coroners inquest
inquests arbitration mediation restorative reparation rehabilitation recovery offender community
unpaid curfew tag tagging electronic monitoring supervision requirement requirements condition
conditions exclusion zone zones non-molestation occupation injunction undertaking undertakings
civil penalty notice caution cautions conditional simple reprimand warning warnings disposal
disposals resolution diversion diversionary deferred deferral discontinued discontinuance
withdrawn dismissed dismissal acquitted acquittal convicted conviction convictions guilty plea
pleas basis goodyear newton voir dire turnbull ghosh galbraith barnahus lighthouse haven havens
health wellbeing surgery ward emergency accident maternity paediatric paediatrics gynaecology
psychiatry psychology therapy therapies counselling trauma trauma-informed crisis resolution
talking iapt perinatal anxiety depression autism autistic dyslexia epilepsy diabetes asthma
pregnancy contraception hiv hepatitis chlamydia vaccine prescription medication medicine
paracetamol carer carers foster fostering adoption guardian guardians guardianship sibling
siblings twin twins nursery primary secondary sixth comprehensive grammar headteacher head pupil
referral attendance truancy exclusion tutor dormitory halls campus lecturer dean warden porter
security guard guards steward stewards bouncer doorman barman barmaid waiter waitress chef
landlord landlady letting agent agents estate tenancy mortgage lease deposit rent council-house
hostel shelter sheltered supported living independent assisted charity charities volunteer
volunteers trustee trustees board boards committee committees subcommittee panel panels forum
forums group groups steering implementation delivery performance scrutiny accountability public
private confidential restricted personal data subject access freedom information commissioner
processing controller processor retention deletion destruction weeding archive archives vault safe
property detained seized restored lost found stolen damaged continuity integrity chain custody
exhibit exhibits sunday-best bluetooth broadband router hotspot postcode satellite navigation
tracker trackers dashcam doorbell ring nest alexa siri echo fob key keys lock locks alarm alarms
panic champions world cup league premier football rugby cricket hockey netball swimming gymnastics
athletics boxing judo karate taekwondo yoga pilates zumba scouts guides brownies cubs cadets army
navy marines raf military regiment barracks veteran veterans legion remembrance festival carnival
pride concert gig party parties wedding funeral birthday anniversary hen stag freshers graduation
prom reunion boat ferry flight airline airways airlines railway railways rail tram tube
underground metro overground coach motorway junction roundabout layby car-park
"""
EVERYDAY = frozenset(_EVERYDAY_LISTED.split())
