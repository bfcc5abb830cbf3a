"""Common words of English that say what something is about, however freely others are chosen.

Who asks for "music generation" means music; who asks what "stretches" the context may find what
"extends" it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_THINGS = Path(__file__).parent / "things.txt"

SUBJECTS = frozenset(
    """music musical song songs jazz opera orchestra piano theatre theater drama comedy poetry
    literature literary fiction novel novels art arts artist artists painting paintings museum
    film films movie movies cinema television radio newspaper newspapers journalism media fashion
    history historic historical archaeology heritage religion religious church christian catholic
    jewish islamic muslim bible philosophy culture cultural folk society social
    football soccer baseball basketball hockey cricket rugby tennis golf sport sports olympic
    athletes chess
    health medical medicine clinical hospital hospitals doctor doctors patients nurse disease
    cancer blood brain heart lung skin stomach surgery pain injury therapy drug drugs sexual birth
    baby infant
    law legal lawyer lawyers court courts crime criminal criminals police prison justice judicial
    political politics politician election elections parliament congress senate democracy
    democratic republican liberal communist diplomatic government military army naval navy
    soldiers weapon weapons war wars combat
    economy economic economics financial finance stock stocks market markets tax taxes currency
    insurance income wage wages salary labor labour employment
    retail tourism hotel hotels restaurant restaurants
    energy electric electricity nuclear oil coal petroleum gas gold silver metal metals iron steel
    copper diamond wood
    weather rain snow storm climate ocean oceans sea river rivers lake lakes
    island islands mountain mountains forest forests tree trees plant plants flower flowers
    agriculture agricultural farm farms farmers garden soil wildlife bird birds fish horse horses
    dog dogs cat cats wolf animal animals insects species genus food coffee wine meat
    aircraft airport airports airline flight flights railway railroad highway
    highways road roads lane lanes truck trucks vehicle vehicles bus
    planet planets moon sun earth solar space satellite galaxy
    physics chemistry chemical biology biological mathematics psychology geography geology
    education educational school schools college student students teacher teachers
    women gender marriage family families youth immigrants ethnic racial slavery
    environment environmental pollution earthquake
    campus urban rural housing kitchen furniture
    english french german spanish italian portuguese polish dutch russian chinese japanese korean
    arabic hebrew hindi turkish greek latin swedish danish norwegian finnish czech hungarian
    """.split()
)

TERMS = frozenset(
    """quantum blockchain bitcoin federated diffusion watermark watermarks watermarking jailbreak
    jailbreaks jailbreaking hallucination hallucinations caption captions captioning
    emotion emotions sentiment sarcasm misinformation disinformation deepfake deepfakes
    handwriting handwritten ocr gesture gestures avatar avatars biometric
    biometrics fingerprint fingerprints privacy fairness bias gender video videos
    protein proteins molecule molecules molecular genome genomes genomic genetics gene genes dna
    rna tumour tumours tumor tumors radiology mri ecg eeg epidemic pandemic covid vaccine
    robot robots robotic robotics drone drones lidar radar locomotion grasping
    spiking neuromorphic analog photonic optical superconducting fpga fpgas asic asics tpu tpus
    wireless antenna satellite satellites iot wearable wearables battery batteries crystal crystals
    polymer alloy seismic earthquake earthquakes malware phishing ransomware spam fraud
    steganography ontology ontologies forecast forecasts forecasting splatting multimodal
    checkpointing congestion""".split()
)
"""Terms for which people have no other word: a library without them has nothing on the thing."""


@cache
def things() -> frozenset[str]:
    """Names of substances, illnesses, living things and the like, for which there is no other."""
    lines = _THINGS.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
