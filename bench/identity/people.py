"""Invented people: first names and surnames of many origins, and sentences that name them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_FIRST_LISTED = """
Adaeze Ngozi Olumide Temitope Kofi Abena Tendai Farai Selam Hodan Abdi Warsame Lindiwe Thabo
Nadira Shabnam Rukhsana Faisal Jawad Bilquis Parminder Gurdeep Lakshmi Venkat Dilani Thushara
Nimal Bikash Sunita Rohit Ishaan Anjali Xiaoling Jun Minh Thuy Haruto Yuki Jisoo Somchai Maricel
Rodrigo Iker Beatriz Joao Ines Giulia Matteo Lorenzo Eleni Stavros Dragan Milica Ivana Zoltan
Ildiko Vasile Mihaela Bogdan Oksana Taras Svetlana Dmitri Kasia Zbigniew Grzegorz Jurgita Mantas
Liina Leila Parisa Reza Shirin Dilan Azad Emre Ayse Elif Rania Khalid Layla Salma Tamar Eitan
Moshe Niamh Siobhan Eoin Cormac Angharad Myfanwy Iolo Hamish Mhairi Ailsa Tyler Kayleigh Demi
Jayden Kian Alfie Poppy Freya Isla Archie Barnaby Rosalind Sarah James Mohammed Emma David Priya
Helen Daniel Aisha Claire Thomas Megan Liam Rachel Hannah Omar Katarzyna Zainab Gareth Wei Ibrahim
"""
FIRST = _FIRST_LISTED.split()
_LAST_LISTED = """
Okonkwo Adebayo Mensah Boateng Chikwava Tesfaye Warfa Dlamini Rahmani Siddiqui Chaudhry Begum
Hussain Sandhu Gill Iyer Perera Thapa Banerjee Fernando Zhang Nguyen Tanaka Pham Santos Reyes
Garcia Ferreira Rossi Papadakis Jovanovic Horvath Ionescu Popescu Shevchenko Ivanov Nowak
Wisniewski Kazlauskas Tamm Tehrani Yilmaz Demir Haddad Mansour Levy O’Connell McAllister
MacDougall Fitzgerald Llewellyn Prosser Pritchard Hargreaves Thornley Whitcombe Ashdown Birtwistle
Cartmell Dunstable Entwistle Fairclough Greenhalgh Holroyd Illingworth Jessop Kershaw Lightfoot
Murgatroyd Nettleton Ormerod Pickersgill Smith-Jones Evans-Pugh Young Cook Fox
"""
LAST = _LAST_LISTED.split()
TUNED = (
    "The suspect {full} was arrested on 3 March 2026.",
    "She said that {first} had driven her home.",
    "{full} was interviewed under caution and released.",
    "{first} told the officer that nothing had happened.",
    "The officer in the case, PC {last}, rang at 10.30.",
    "Mr {last} was at the meeting with the prosecutor.",
    "A message from {first} was found on the phone.",
    "His name is {small} and he works nearby.",
    "A man called {full} was seen outside.",
    "She was with {first} and two others until midnight.",
    "Witness: {full}. Statement held.",
    "{first}’s phone was downloaded in June.",
    "The account of {last} differs from that of Suspect 2.",
    "It was Mrs {last} who opened the door.",
    "The victim’s friend {full} gave a statement.",
    "{first} {upper} denied the offence.",
    "The {last} family have been told.",
    "He asked whether {first} could be present, and the ISVA agreed.",
    "Dr {last} examined her at the SARC.",
    "Suspect 1 ({full}) is on bail.",
)
MEASURED = (
    "Nobody had told {first} about the meeting.",
    "On Tuesday {full} rang the front desk.",
    "The flat belongs to {full}, who was away.",
    "{first} {last} says that she left before midnight.",
    "According to {first}, the door was locked.",
    "DC {last} will tell the victim in person.",
    "Interviewing officer: {full}.",
    "The prosecutor, Ms {last}, asked for a further statement.",
    "I spoke to {first} today; she is still supportive.",
    "Her mother, {full}, brought her to the station.",
    "My name is {small} and I want to withdraw.",
    "He goes by {first} online.",
    "She named {full} in her first account.",
    "Messages between {first} and the suspect were deleted.",
    "{last}’s solicitor asked for disclosure.",
    "Suspect 2, {first} {upper}, answered no comment.",
    "Call from {full} at 10.15, message taken.",
    "Her colleagues {first} and Suspect 1 argued.",
    "Miss {last} confirmed the time.",
    "Detective Sergeant {last} reviewed the plan.",
    "A boy named {first} walked her home.",
    "Statement of {full} received from Inspector {last}.",
    "It was {first} who called the ambulance.",
    "Officers attended and {full} was arrested at the scene.",
)


def planted(sentences: Sequence[str], chance: Random) -> tuple[str, list[str]]:
    """A sentence that names somebody, and the words of the name in it."""
    first, last = chance.choice(FIRST), chance.choice(LAST)
    sentence = chance.choice(sentences)
    named = {
        "full": f"{first} {last}",
        "first": first,
        "last": last,
        "small": first.lower(),
        "upper": last.upper(),
    }
    words = [
        word for gap, name in named.items() if f"{{{gap}}}" in sentence for word in name.split()
    ]
    return sentence.format(**named), words
