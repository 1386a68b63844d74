#include "store/writing_connection.h"

#include <future>

#include "store/refused_change.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class AWritingConnection : public OnBothDatabases {
 protected:
  /// Runs the commands in one batch: they wait together while another command holds the writer.
  std::vector<WriteOutcome> in_one_batch(Store& store, const std::vector<Command>& commands) {
    std::promise<void> queued;
    std::vector<std::promise<WriteOutcome>> answers(commands.size());
    std::promise<void> first_done;
    store.write(actor(), [&](Writing&) -> Result<void> { queued.get_future().wait(); return {}; }, [&](const WriteOutcome&) { first_done.set_value(); });
    for (std::size_t i = 0; i < commands.size(); ++i) store.write(actor(), commands[i], [&answers, i](const WriteOutcome& outcome) { answers[i].set_value(outcome); });
    queued.set_value();
    first_done.get_future().wait();
    std::vector<WriteOutcome> outcomes;
    for (auto& answer : answers) outcomes.push_back(answer.get_future().get());
    return outcomes;
  }
  static std::string name_of(Snapshot& snapshot, Id<Resident> id) { return snapshot.find(Scope::country(), id)->name; }
};
RUN_ON_BOTH_DATABASES(AWritingConnection);

TEST_P(AWritingConnection, refuses_the_one_command_whose_change_is_a_duplicate_however_late_that_is_found) {
  const auto store = open();
  const Resident first = resident(*store, "650203001001", "甲", "1"), same_phone = resident(*store, "650203001001", "乙", "1"), other = resident(*store, "650203001001", "丙", "2");
  const auto adding = [](const Resident& who, bool looks) {
    return [who, looks](Writing& writing) -> Result<void> {
      writing.insert(who);
      if (looks) static_cast<void>(writing.count<Resident>(Scope::country()));
      return {};
    };
  };
  for (const bool looks : {false, true}) {
    const auto outcomes = in_one_batch(*store, {adding(first, looks), adding(same_phone, looks), adding(other, looks)});
    EXPECT_EQ(outcomes[0].done(), !looks) << "the second time it is there already";
    ASSERT_TRUE(outcomes[1].refusal);
    EXPECT_EQ(outcomes[1].refusal->code, "store.duplicate");
    EXPECT_EQ(outcomes[1].refusal->place, "/phone");
    EXPECT_EQ(outcomes[2].done(), !looks);
  }
  EXPECT_EQ(all(*store).size(), 2u);
  EXPECT_TRUE(store->verify().intact());
}

TEST_P(AWritingConnection, remembers_a_row_within_a_batch_and_forgets_what_a_refused_command_made_of_it) {
  const auto store = open();
  Resident person = resident(*store, "650203001001", "甲", "1");
  ASSERT_TRUE(insert(*store, person).done());
  const auto renaming = [&](const std::string& before, const std::string& after, bool refused) {
    return [&, before, after, refused](Writing& writing) -> Result<void> {
      EXPECT_EQ(name_of(writing, person.id), before);
      Resident changed = *writing.find(Scope::country(), person.id);
      changed.name = after;
      writing.update(changed);
      EXPECT_EQ(name_of(writing, person.id), after);
      EXPECT_EQ(writing.count<Resident>(Scope(region("450000000000")), Filter().equals("id", person.id)), 0) << "known, and outside the scope";
      EXPECT_EQ(writing.count<Resident>(Scope(region("650203000000")), Filter().equals("id", person.id)), 1);
      return refused ? Result<void>(refuse("no")) : Result<void>();
    };
  };
  const auto outcomes = in_one_batch(*store, {renaming("甲", "乙", false), renaming("乙", "丙", true), renaming("乙", "丁", false)});
  EXPECT_TRUE(outcomes[0].done());
  EXPECT_FALSE(outcomes[1].done());
  EXPECT_TRUE(outcomes[2].done());
  EXPECT_EQ(all(*store).front().name, "丁");
  EXPECT_TRUE(store->verify().intact());
}

TEST_P(AWritingConnection, knows_no_row_that_was_removed) {
  const auto store = open();
  const Resident person = resident(*store, "650203001001", "甲", "1");
  ASSERT_TRUE(insert(*store, person).done());
  const auto outcome = store->write(actor(), [&](Writing& writing) -> Result<void> {
    EXPECT_TRUE(writing.find(Scope::country(), person.id));
    writing.remove(person.id);
    EXPECT_FALSE(writing.find(Scope::country(), person.id));
    writing.insert(person);
    EXPECT_TRUE(writing.find(Scope::country(), person.id));
    return {};
  });
  EXPECT_TRUE(outcome.done());
}

TEST_P(AWritingConnection, answers_a_question_put_again_by_what_stands_there_now_whatever_a_refused_command_made_of_it) {
  const auto store = open();
  const Resident first = resident(*store, "650203001001", "甲", "1"), second = resident(*store, "650203001001", "甲", "2");
  const auto namesakes = [](Snapshot& snapshot) { return snapshot.select<Resident>(Scope::country(), Filter().equals("name", std::string("甲"))).size(); };
  const auto adding = [&](const Resident& who, std::size_t before, bool refused) {
    return [&, before, refused](Writing& writing) -> Result<void> {
      EXPECT_EQ(namesakes(writing), before);
      EXPECT_EQ(namesakes(writing), before);
      writing.insert_all(std::vector<Resident>{who});
      EXPECT_EQ(namesakes(writing), before + 1);
      return refused ? Result<void>(refuse("no")) : Result<void>();
    };
  };
  const auto renaming = [&](Writing& writing) -> Result<void> {
    EXPECT_EQ(namesakes(writing), 2u);
    writing.each<Resident>(Scope::country(), Filter().equals("name", std::string("甲")), [&](Resident person) {
      person.name = "乙";
      writing.update(person);
    });
    EXPECT_EQ(namesakes(writing), 0u) << "changed while it was listed";
    writing.remove(first.id);
    return {};
  };
  const auto outcomes = in_one_batch(*store, {adding(first, 0, false), adding(second, 1, true), adding(second, 1, false), renaming});
  EXPECT_TRUE(outcomes[0].done());
  EXPECT_FALSE(outcomes[1].done());
  EXPECT_TRUE(outcomes[2].done());
  EXPECT_TRUE(outcomes[3].done());
  EXPECT_EQ(all(*store).size(), 1u);
  EXPECT_TRUE(store->verify().intact());
}

TEST_P(AWritingConnection, refuses_many_rows_added_at_once_of_which_one_is_a_duplicate) {
  const auto store = open();
  std::vector<Resident> many;
  for (int i = 0; i < 40; ++i) many.push_back(resident(*store, "650203001001", "甲", std::to_string(i % 39)));
  const auto adding = [&](Writing& writing) -> Result<void> { writing.insert_all(many); return {}; };
  const auto outcomes = in_one_batch(*store, {adding, [&](Writing& writing) -> Result<void> { writing.insert(many[0]); return {}; }});
  ASSERT_TRUE(outcomes[0].refusal);
  EXPECT_EQ(outcomes[0].refusal->code, "store.duplicate");
  EXPECT_EQ(outcomes[0].refusal->place, "/phone");
  EXPECT_TRUE(outcomes[1].done());
  EXPECT_EQ(all(*store).size(), 1u);
  EXPECT_TRUE(store->verify().intact());
}

TEST_P(AWritingConnection, answers_each_change_at_once_where_that_is_asked_for) {
  const auto store = open();
  const Resident first = resident(*store, "650203001001", "甲", "1"), same_phone = resident(*store, "650203001001", "乙", "1");
  ASSERT_TRUE(insert(*store, first).done());
  bool told = false;
  const auto outcome = store->write(actor(), [&](Writing& writing) -> Result<void> {
    const EachChangeAnswered each;
    try {
      writing.insert(same_phone);
    } catch (const RefusedChange& refused) {
      told = refused.refusal().place == "/phone";
      return refused.refusal();
    }
    return {};
  });
  EXPECT_TRUE(told);
  EXPECT_FALSE(outcome.done());
}

TEST_P(AWritingConnection, takes_more_changes_than_it_sends_at_once) {
  const auto store = open();
  constexpr int k_many = 1'000;
  const auto outcome = store->write(actor(), [&](Writing& writing) -> Result<void> {
    for (int i = 0; i < k_many; ++i) writing.insert(resident(*store, "650203001001", "甲", std::to_string(i)));
    return {};
  });
  EXPECT_TRUE(outcome.done());
  EXPECT_EQ(all(*store).size(), static_cast<std::size_t>(k_many));
  EXPECT_TRUE(store->verify().intact());
}

}  // namespace
}  // namespace laoyou::store
