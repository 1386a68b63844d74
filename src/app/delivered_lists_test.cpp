#include "app/delivered_lists_test.h"

#include <fstream>
#include <sstream>
#include <thread>

#include "app/fill_city.h"
#include "app/synth_material.h"
#include "app/wrong_lists.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_karamay = "650200000000";
constexpr std::size_t k_complaints_most = 5;

std::string text_of_sex(registry::Sex sex) { return sex == registry::Sex::male ? "男" : "女"; }

/// A field of the register as the lists write it; empty: not known.
std::string held(const registry::Resident& resident, const std::string& field) {
  if (field == "name") return resident.name;
  if (field == "id_number") return resident.id_number ? resident.id_number->text() : "";
  if (field == "born") return resident.born ? resident.born->text() : "";
  if (field == "sex") return resident.sex ? text_of_sex(*resident.sex) : "";
  if (field == "phone") return resident.phone.value_or("");
  if (field == "region") return resident.region.text();
  if (field == "hardship_disabled") return !resident.hardship.disabled ? "" : *resident.hardship.disabled ? "是" : "否";
  CHECK(false);
  return {};
}

/// What the number says of the field.
bool contradicts_number(const registry::Resident& resident, const std::string& field, const std::string& value) {
  if (!resident.id_number) return false;
  if (field == "born") return resident.id_number->born().text() != value;
  return field == "sex" && text_of_sex(resident.id_number->is_male() ? registry::Sex::male : registry::Sex::female) != value;
}

/// By which a stored record and its row are the same: their number, or what the row says without one.
std::string told_by(const ListedRow& row) {
  if (!row.key.empty()) return row.key;
  const auto said = [&](const char* field) { return row.said.contains(field) ? row.said.at(field) : std::string(); };
  return "{" + said("name") + "|" + said("born") + "|" + said("phone");
}
std::string told_by(const feeds::FeedRecord& record) {
  if (!record.key.starts_with('{')) return record.key;
  const auto cells = boost::json::parse(record.cells).as_object();
  const auto said = [&](const char* field) { return cells.contains(field) ? std::string(cells.at(field).as_string()) : std::string(); };
  return "{" + said("name") + "|" + said("born") + "|" + said("phone");
}

std::map<std::int64_t, registry::Resident> residents_of(store::Store& store) {
  std::map<std::int64_t, registry::Resident> all;
  store.read([&](store::Snapshot& snapshot) {
    snapshot.each<registry::Resident>(store::Scope::country(), {}, [&](const registry::Resident& each) { all.emplace(each.id.number, each); });
  });
  return all;
}

std::string bytes_of(registry::Resident resident) {
  resident.version = 0;  // counts every change, these too
  return record::to_json(resident);
}

}  // namespace

DeliveredLists::DeliveredLists(RunningHouse& house, std::int64_t people, std::uint64_t seed)
    : house_(house), clerk_(house.visit_with("clerk", {powers::Power::people_read, powers::Power::people_write, powers::Power::people_unmask}, k_karamay)) {
  const auto chosen = choose_plan("plans/karamay", std::nullopt);
  CHECK(chosen);
  const auto city = synthetic_city(layers_folder("plans/karamay"), *chosen, people, seed);
  CHECK(city);
  CHECK(fill_city(house.store(), {0, "command", "synth"}, *city));
  CHECK(write_wrong_lists(*city, folder_.path(), Decimal()));
  before_ = residents_of(house.store());
  rows_ = listed_rows(folder_.path(), declared_);
  // A number that is none is told, and said by nobody.
  for (ListedRow& row : rows_)
    if (const auto number = row.said.find("id_number"); number != row.said.end() && !IdNumber::parse(number->second)) row.said.erase(number);
  deliver("police", "2025-11-01");
  deliver("health", "2025-11-02");
  deliver("disability", "2025-11-03");
  read_outcome();
}

boost::json::object DeliveredLists::page_when_done(const std::string& id) const {
  constexpr int k_tries = 60'000;
  for (int i = 0; i < k_tries; ++i) {
    const auto page = boost::json::parse(clerk_.get("/api/feed-deliveries/" + id).body).as_object();
    const std::string job(page.at("delivery").at("job").as_string());
    const auto state = boost::json::parse(clerk_.get("/api/jobs/" + job).body).at("state").as_string();
    if (state == "failed" || state == "done") return boost::json::parse(clerk_.get("/api/feed-deliveries/" + id).body).as_object();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("the work on a delivery did not end");
}

void DeliveredLists::deliver(const std::string& feed, const std::string& day) {
  std::ifstream file(folder_.path() / (feed + ".csv"), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto sent = clerk_.ask("POST", "/api/feed-deliveries?feed=" + feed + "&day=" + day + "&format=csv", bytes.str(), "text/csv");
  EXPECT_EQ(sent.status, 201) << sent.body;
  const std::string id(boost::json::parse(sent.body).at("id").as_string());
  page_when_done(id);
  const auto applied = clerk_.post("/api/feed-deliveries/" + id + "/apply");
  EXPECT_EQ(applied.status, 200) << applied.body;
  const auto page = page_when_done(id);
  EXPECT_EQ(page.at("delivery").at("state").as_string(), "applied");
  counts_[feed] = page.at("delivery").at("counts").as_object();
  days_[feed] = day;
}

void DeliveredLists::read_outcome() {
  now_ = residents_of(house_.store());
  house_.store().read([&](store::Snapshot& snapshot) {
    snapshot.each<feeds::FeedRecord>(store::Scope::country(), {}, [&](const feeds::FeedRecord& each) { records_[{each.feed, told_by(each)}] = each; });
  });
}

void DeliveredLists::take(const ListedRow& row, FoundPersons& found) const {
  if (row.person != 0) ++found.known;
  const auto record = records_.find({row.feed, told_by(row)});
  if (record == records_.end()) {
    if (row.person != 0) ++found.refused;
    return;
  }
  const auto& resident = record->second.resident;
  // Whom the police's list put into the register was not found there.
  const bool new_one = resident && !before_.contains(resident->number);
  if (!resident || (new_one && row.feed == "police")) return;
  ++found.joined;
  const registry::Resident& person = now_.at(resident->number);
  const bool right = row.person != 0 ? resident->number == row.person : new_one && held(person, "id_number") == row.true_number;
  if (!right) ++found.wrong;
  if (right && row.person != 0) ++found.found;
}

FoundPersons DeliveredLists::found(const std::string& feed) const {
  FoundPersons found;
  for (const ListedRow& row : rows_)
    if (row.feed == feed) take(row, found);
  return found;
}

FoundPersons DeliveredLists::found() const {
  FoundPersons found;
  for (const ListedRow& row : rows_) take(row, found);
  return found;
}

CheckedAnswers DeliveredLists::checked_answers(std::size_t most) const {
  std::map<std::int64_t, std::vector<const ListedRow*>> by_person;
  for (const ListedRow& row : rows_)
    if (const auto record = records_.find({row.feed, told_by(row)}); record != records_.end() && record->second.resident) by_person[record->second.resident->number].push_back(&row);
  CheckedAnswers answers;
  for (const auto& [id, rows] : by_person) {
    if (!before_.contains(id)) continue;
    if (answers.persons == static_cast<std::int64_t>(most)) break;
    ++answers.persons;
    check_person(id, rows, answers);
  }
  return answers;
}

void DeliveredLists::check_person(std::int64_t id, const std::vector<const ListedRow*>& rows, CheckedAnswers& answers) const {
  const registry::Resident &before = before_.at(id), &now = now_.at(id);
  const auto complain = [&](const std::string& field, const std::string& what) {
    if (answers.complaints.size() < k_complaints_most) answers.complaints.push_back(std::to_string(id) + " " + field + ": " + what);
  };
  const auto answer = boost::json::parse(clerk_.get("/api/people/" + std::to_string(id) + "/sources").body).as_object();
  std::size_t said_by_rows = 0;
  for (const ListedRow* row : rows) said_by_rows += row->said.size();
  for (const auto& each : answer.at("fields").as_array()) {
    ++answers.fields;
    const std::string field(each.at("field").as_string());
    // The most believed of those whose word can be true, of equals the newest; what was typed in is the oldest.
    std::string winner = held(before, field);
    std::pair<int, std::string> best{winner.empty() ? -1 : declared_.trust("by_hand", field), ""};
    for (const ListedRow* row : rows) {
      if (!row->said.contains(field) || contradicts_number(now, field, row->said.at(field))) continue;
      const std::pair<int, std::string> rank{declared_.trust(row->feed, field), days_.at(row->feed)};
      if (rank <= best) continue;
      best = rank;
      winner = row->said.at(field);
    }
    if (held(now, field) != winner) complain(field, "holds " + held(now, field) + ", declared is " + winner);
    bool said_so = false, otherwise = false;
    int trust_before = 101;
    for (const auto& said : each.at("said").as_array()) {
      --said_by_rows;
      const std::string feed(said.at("feed").as_string());
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const ListedRow* one) { return one->feed == feed; });
      if (row == rows.end() || !(*row)->said.contains(field)) {
        complain(field, feed + " says nothing of it");
        continue;
      }
      const std::string& value = (*row)->said.at(field);
      const int trust = static_cast<int>(said.at("trust").as_int64());
      if (trust != declared_.trust(feed, field) || trust > trust_before) complain(field, "trust of " + feed + " is " + std::to_string(trust));
      if (said.at("day").as_string() != days_.at(feed)) complain(field, "day of " + feed);
      if (said.at("holds").as_bool() != (value == winner)) complain(field, feed + " holds wrongly");
      if (said.as_object().contains("unfit_zh") != contradicts_number(now, field, value)) complain(field, feed + " is said to fit, or not to, wrongly");
      said_so = said_so || value == winner;
      otherwise = otherwise || value != winner;
      trust_before = trust;
    }
    if (each.at("by_hand").as_bool() != !said_so) complain(field, "typed in or not is said wrongly");
    answers.contradicted += otherwise ? 1 : 0;
  }
  if (said_by_rows != 0) complain("*", std::to_string(said_by_rows) + " values of the lists are not shown");
}

std::vector<std::string> DeliveredLists::merged_and_parted(std::size_t pairs) {
  std::map<std::int64_t, std::int64_t> typed;  // the second record, by the first
  for (const auto& [key, record] : records_) {
    if (typed.size() == pairs) break;
    if (!record.resident || !before_.contains(record.resident->number)) continue;
    const registry::Resident& first = now_.at(record.resident->number);
    if (!first.born || !first.sex || !first.phone || typed.contains(first.id.number)) continue;
    const auto again = clerk_.post("/api/residents", {{"region", first.region.text()}, {"name", first.name}, {"born", first.born->text()}, {"sex", *first.sex == registry::Sex::male ? "male" : "female"},
                                                      {"phone", *first.phone}});
    EXPECT_EQ(again.status, 201) << again.body;
    typed[first.id.number] = std::stoll(std::string(boost::json::parse(again.body).at("row").at("id").as_string()));
  }
  std::vector<std::string> different;
  std::size_t done = 0;
  for (const auto& [one, two] : typed) {
    std::optional<Id<feeds::PersonTask>> task;
    constexpr int k_tries = 3'000;
    for (int i = 0; i < k_tries && !task; ++i) {
      house_.store().read([&](store::Snapshot& snapshot) {
        for (const auto& [resident, other] : {std::pair(one, two), std::pair(two, one)})
          if (const auto found = snapshot.first<feeds::PersonTask>(store::Scope::country(), store::Filter().equals("resident", store::Cell(resident)).equals("other", store::Cell(other)))) task = found->id;
      });
      if (!task) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    if (!task) {
      different.push_back("nobody asks about " + std::to_string(one));
      continue;
    }
    const auto persons = [&] { return residents_of(house_.store()); };
    const auto sources = [&](std::int64_t id) {
      auto answer = boost::json::parse(clerk_.get("/api/people/" + std::to_string(id) + "/sources").body).as_object();
      answer.erase("merges");  // names the merge and that it was undone
      return boost::json::serialize(answer);
    };
    const auto all_before = persons();
    const std::string one_said = sources(one), two_said = sources(two);
    // By turns the record that the sources speak of stays, and the other.
    const std::int64_t keep = done++ % 2 == 0 ? one : two;
    const auto merged = clerk_.post("/api/person-tasks/" + std::to_string(task->number) + "/decide", {{"decision", "same"}, {"keep", std::to_string(keep)}});
    EXPECT_EQ(merged.status, 200) << merged.body;
    EXPECT_EQ(persons().size(), all_before.size() - 1);
    const std::string merge(boost::json::parse(merged.body).at("merge").as_string());
    EXPECT_EQ(clerk_.post("/api/person-merges/" + merge + "/undo").status, 200);
    const auto all_after = persons();
    for (const std::int64_t id : {one, two})
      if (!all_after.contains(id) || bytes_of(all_after.at(id)) != bytes_of(all_before.at(id))) different.push_back("record " + std::to_string(id));
    if (sources(one) != one_said || sources(two) != two_said) different.push_back("sources of " + std::to_string(one));
  }
  return different;
}

}  // namespace laoyou::app
