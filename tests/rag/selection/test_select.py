from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rag.chain import Chain
from rag.language.proper import name_of
from rag.selection.alternatives import alternatives
from rag.selection.select import Judge
from rag.types import Kind, Question, Relation
from store.library import Library

CPU = {"zhang2022swiftpruner", "li2023constraintaware", "wei2024tmac", "duan2025goldmedallevel"}


def asked(topic: str) -> Question:
    return Question(text=topic, whole=topic, kind=Kind.LIST, topic=topic)


def selected(judge: Judge, library: Library, topic: str, without: str = "") -> set[str]:
    question = replace(asked(topic), without=without)
    return {j.paper_id for j in judge.select(question, list(library.papers)).fitting}


@pytest.mark.parametrize(
    "question",
    [
        "Which papers target CPUs?",
        "papers on CPUs",
        "list all the papers that target the CPU",
        "Which papers were designed for CPUs?",
    ],
)
def test_the_papers_that_target_cpus(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    assert {paper.id for paper in answer.papers} == CPU
    assert {citation.paper_id for citation in answer.citations} == CPU


def test_offloading_to_cpu_memory_is_not_targeting_cpus(judge: Judge, library: Library) -> None:
    assert "CPU" in library.papers["chen2025retroinfer"].text
    assert "CPU" in library.papers["hwang2023pregated"].text
    found = selected(judge, library, "CPUs")
    assert not found & {"chen2025retroinfer", "hwang2023pregated"}


def test_every_paper_is_considered(judge: Judge, library: Library) -> None:
    assert judge.select(asked("CPUs"), list(library.papers)).considered == 50
    assert len(judge.judge("CPUs")) == 50


def test_each_choice_comes_with_a_sentence_of_its_own(judge: Judge, library: Library) -> None:
    for judged in judge.select(asked("CPUs"), list(library.papers)).fitting:
        assert judged.evidence.paper_id == judged.paper_id
        assert "CPU" in judged.evidence.text


def test_the_best_come_first(judge: Judge, library: Library) -> None:
    chances = [j.probability for j in judge.select(asked("pruning"), list(library.papers)).fitting]
    assert chances == sorted(chances, reverse=True)


def test_what_is_excluded_is_left_out(judge: Judge, library: Library) -> None:
    found = selected(judge, library, "CPUs", without="geometry")
    assert found == CPU - {"duan2025goldmedallevel"}


def test_only_the_given_papers_are_chosen_from(judge: Judge) -> None:
    selection = judge.select(asked("CPUs"), ["wei2024tmac", "chen2021spann"])
    assert [j.paper_id for j in selection.fitting] == ["wei2024tmac"]
    assert selection.considered == 2


def test_a_filter_on_code(chain: Chain) -> None:
    with_code = chain.ask("Which papers with code target CPUs?")
    without = chain.ask("Which papers without code target CPUs?")
    assert {paper.id for paper in with_code.papers} == {"wei2024tmac"}
    assert {paper.id for paper in without.papers} == CPU - {"wei2024tmac"}


def test_an_acronym_and_what_it_stands_for_select_the_same(judge: Judge, library: Library) -> None:
    short = selected(judge, library, "MCTS")
    assert short == selected(judge, library, "Monte Carlo tree search")
    assert {"qi2024mutual", "guan2025rstarmath"} <= short


def test_either_of_two_topics_will_do(judge: Judge, library: Library) -> None:
    both = selected(judge, library, "anomaly detection or geometry")
    assert both == {"ren2019timeseries", "duan2025goldmedallevel"}
    assert alternatives("ads or geometry") == ["ads", "geometry"]


def test_alternatives_are_also_one_topic(judge: Judge) -> None:
    chances = {
        topic: {j.paper_id: j.probability for j in judge.judge(topic)}
        for topic in ("pruning or compression", "pruning", "compression")
    }
    both, *each = chances.values()
    best = {paper_id: max(one[paper_id] for one in each) for paper_id in both}
    assert any(both[paper_id] < best[paper_id] for paper_id in both)
    assert max(both, key=lambda i: both[i]) == "guo2023compresso"  # the one that speaks of both


def test_an_unknown_topic_selects_nothing(judge: Judge, library: Library) -> None:
    assert selected(judge, library, "quantum computing") == set()


def test_a_benchmark_is_introduced_and_not_merely_used(judge: Judge, library: Library) -> None:
    brought = replace(asked("benchmark"), relation=Relation.INTRODUCES)
    found = {j.paper_id for j in judge.select(brought, list(library.papers)).fitting}
    assert "zhang2021wrench" in found  # "we introduce a benchmark platform"
    assert "benchmark" in library.papers["gao2025seerattentionr"].text
    assert "gao2025seerattentionr" not in found  # it is measured on one


def test_what_is_used_may_be_mentioned_in_passing(judge: Judge, library: Library) -> None:
    about, used = asked("CPUs"), replace(asked("CPUs"), relation=Relation.USES)
    strict = {j.paper_id: j.probability for j in judge.judge("CPUs")}
    loose = {j.paper_id: j.probability for j in judge.judge("CPUs", Relation.USES)}
    assert loose["hwang2023pregated"] > strict["hwang2023pregated"]
    among = list(library.papers)
    assert len(judge.select(used, among).fitting) >= len(judge.select(about, among).fitting)


def test_a_mention_is_every_paper_with_the_word(judge: Judge, library: Library) -> None:
    mentioned = replace(asked("imagenet"), relation=Relation.MENTIONS)
    found = {j.paper_id for j in judge.select(mentioned, list(library.papers)).fitting}
    texts = {p.id: f"{p.title} {p.text}".lower() for p in library.papers.values()}
    assert found == {i for i, text in texts.items() if "imagenet" in text}
    assert len(found) > 1


def test_the_likeliest_are_shown_before_nothing_is(judge: Judge, library: Library) -> None:
    topic = asked("stretch context window model already trained")
    likeliest = judge.judge(topic.topic)[0]
    assert likeliest.paper_id == "shang2025longrope2"
    among = list(library.papers)
    assert judge.select(topic, among).fitting[0] == likeliest
    assert not judge.select(asked("machine translation"), among).fitting


def test_what_a_paper_is_likened_to_is_not_its_own(judge: Judge, library: Library) -> None:
    assert "Inspired by the gating mechanism in Mixture of Experts" in (
        library.papers["gao2024seerattention"].text
    )
    assert selected(judge, library, "mixture of experts") == {
        "hwang2022tutel",
        "hwang2023pregated",
    }


def test_an_alternative_that_says_nothing_is_none(judge: Judge) -> None:
    assert alternatives("2 bits or fewer") == ["2 bits"]
    assert alternatives("pruning or quantization") == ["pruning", "quantization"]
    whole = "redesign or optimise attention operator"
    assert alternatives(whole) == [whole]  # a word alone is none beside a phrase
    put = "pruning or methods used for quantization"  # words that only put it are no phrase
    assert alternatives(put) == ["pruning", "methods used for quantization"]


def test_common_words_that_no_paper_has_do_not_make_a_topic_unknown(
    judge: Judge, library: Library
) -> None:
    plain = selected(judge, library, "context window")
    assert plain
    assert selected(judge, library, "already whatever context window") <= plain
    assert selected(judge, library, "already whatever context window")


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("LLaMA model", "LLaMA"),
        ("DeepSeek-R1", "DeepSeek-R1"),
        ("GSM8K benchmark", "GSM8K"),
        ("H100s", "H100s"),
        ("quote results AIME maths contest", "AIME"),
        ("distillation", ""),
        ("reinforcement learning Qwen", ""),
    ],
)
def test_a_topic_may_be_a_proper_name(topic: str, name: str) -> None:
    assert name_of(topic) == name


def test_whoever_holds_the_name_uses_the_named_thing(judge: Judge, library: Library) -> None:
    question = replace(asked("Qwen models"), relation=Relation.USES)
    fitting = {j.paper_id for j in judge.select(question, list(library.papers)).fitting}
    assert fitting == {i for i, paper in library.papers.items() if "Qwen" in paper.text}


def test_words_of_the_field_that_no_paper_has_are_understood(
    judge: Judge, library: Library
) -> None:
    assert "automl" not in " ".join(p.text for p in library.papers.values()).lower()
    titles = {library.papers[i].title.split(":")[0] for i in selected(judge, library, "AutoML")}
    assert titles == {"TextNAS", "SpaceEvo", "ElasticViT"}


def test_who_asks_for_what_spares_an_effort_gets_the_papers_that_say_so(
    judge: Judge, library: Library
) -> None:
    question = replace(asked("reasoning"), without="fine-tuning", spared=True)
    fitting = [j.paper_id for j in judge.select(question, list(library.papers)).fitting]
    assert fitting
    saying = re.compile(r"(without|not require|free)\b[^.]*tuning|avoid[^.]*tuning", re.I)
    assert all(saying.search(library.papers[i].text) for i in fitting)


def test_a_paper_is_excluded_only_by_all_of_what_is_excluded(
    judge: Judge, library: Library
) -> None:
    everything = list(library.papers)
    assert "strawberry" not in " ".join(p.text for p in library.papers.values()).lower()
    assert (
        judge.exclusions.without(replace(asked(""), without="strawberry pruning"), everything)
        == everything
    )
    assert judge.exclusions.without(replace(asked(""), without="pruning"), everything) != everything


def test_the_same_alternative_counts_once() -> None:
    assert alternatives("pruning or distillation or pruning") == ["pruning", "distillation"]


def test_of_two_alternatives_one_alone(judge: Judge, library: Library) -> None:
    question = replace(asked("MoE or Swin"), alone=True)
    fitting = {j.paper_id for j in judge.select(question, list(library.papers)).fitting}
    assert fitting == {"hwang2023pregated", "lin2023superscaler"}  # Tutel has both


def test_either_of_two_names_is_used_by_whoever_holds_it(judge: Judge, library: Library) -> None:
    question = replace(asked("A100 or H100"), relation=Relation.USES)
    fitting = {j.paper_id for j in judge.select(question, list(library.papers)).fitting}
    assert fitting >= {
        "li2025antkv",
        "hwang2022tutel",
        "gao2025seerattentionr",
        "du2025bitdecoding",
    }


def test_each_of_what_is_excluded_is(judge: Judge, library: Library) -> None:
    def kept(without: str) -> set[str]:
        return {
            *judge.exclusions.without(replace(asked(""), without=without), list(library.papers))
        }

    assert kept("language models or transformers") == kept("language models") & kept("transformers")


def test_what_is_denied_utterly_is_not_even_mentioned(chain: Chain) -> None:
    answer = chain.ask("Any papers that have nothing to do with neural networks at all?")
    found = {paper.id for paper in answer.papers}
    assert {"chen2021spann", "zhang2021argus"} <= found
    assert not found & {"shang2025rstar2agent", "wang2019textnas", "gao2025seerattentionr"}


def test_what_papers_say_they_spare_needs_no_topic(chain: Chain) -> None:
    answer = chain.ask("which papers say they work without fine-tuning the LLM?")
    assert {paper.id for paper in answer.papers} == {"qi2024mutual", "huang2023fewer"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Which papers fine-tune LLaMA2?", {"ding2024longrope"}),
        ("Which papers use neural networks for theorem proving?", set()),
        ("Which papers make assumptions about the LLM?", set()),
        ("Which papers need reranking?", set()),
        ("Which papers do not need simulated data?", {"huang2022lordnet"}),
        ("Which papers avoid dequantization?", {"wei2024tmac"}),
    ],
)
def test_a_paper_that_denies_a_thing_has_it_not(chain: Chain, text: str, ids: set[str]) -> None:
    assert {paper.id for paper in chain.ask(text).papers} == ids


def test_what_no_paper_denies_is_told_as_unsaid(chain: Chain) -> None:
    answer = chain.ask("Which papers use no GPU at all?")
    first = answer.markdown.splitlines()[0]
    assert first.endswith("of which none says that it uses “GPU”.")
    assert "zheng2023pit" not in {paper.id for paper in answer.papers}
