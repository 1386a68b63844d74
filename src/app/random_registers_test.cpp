// Random questions to every register by callers of every kind, held against an obvious oracle: what a caller is told is what lies in its region, is its
// own, and is not masked; by lists, filters, orders, counts, searches, sheets, histories, the journal, titles and the text of refusals alike. On PostgreSQL
// half of the callers ask a second server.
// LAOYOU_WALK_REQUESTS says how many questions (a thousand unless told), LAOYOU_WALK_SEED which ones.
#include <gmock/gmock.h>

#include <cstdlib>
#include <regex>

#include "accounts/unit.h"
#include "app/running_house_test.h"
#include "base/random.h"
#include "collection/desk.h"
#include "registry/collections.h"
#include "store/refused_change.h"

namespace laoyou::app {
namespace {

using collection::Cells;
using collection::Collection;
using record::Cell;
using record::Field;

constexpr std::array<std::string_view, 4> k_regions{"450203000000", "450203001000", "450204000000", "450300000000"};

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

bool absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// One stored record, and what the oracle knows of it.
struct KnownRow {
  const Collection* of = nullptr;
  Cells cells;
  const Cell& at(std::string_view field) const { return cells[of->position(field)]; }
  std::int64_t id() const { return std::get<std::int64_t>(at("id")); }
  RegionCode region() const { return code(std::get<std::string>(at("region"))); }
};

/// Whoever asks.
struct Asker {
  Visitor visitor;
  powers::Powers powers;
  RegionCode region;
  std::optional<powers::Owner> owner;

  bool sees(const KnownRow& row) const {
    if (!powers.has(row.of->reads) || !region.contains(row.region())) return false;
    if (!owner) return true;
    for (const store::OwnerColumn& each : row.of->table.owners)
      if (each.kind == owner->kind) return row.at(each.column) == Cell(owner->id);
    return false;
  }
  bool unmasks(const Collection& of) const { return of.unmasks && powers.has(*of.unmasks); }
  bool hides(const Collection& of, const Field& field) const { return field.masked && !unmasks(of); }
};

class ARandomWalk : public OnBothDatabases {
 protected:
  ARandomWalk() : draws(from_environment("LAOYOU_WALK_SEED", 20261129)) {
    if (GetParam() == Database::postgresql) second = std::make_unique<RunningHouse>(house);
    for (int round = 0; round < 3; ++round)
      for (const Collection& of : registers) fill(of);
    add_askers();
  }

  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(draws.below(below)); }
  bool chance(std::size_t percent) { return draw(100) < percent; }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[draw(list.size())];
  }

  // ---- the world

  /// A word that stands in one field of one record and nowhere else.
  std::string new_token(std::size_t row, const Field& field) {
    std::string token = "zq";
    for (std::size_t number = tokens.size() + 7, i = 0; i < 5; ++i, number /= 26) token += static_cast<char>('a' + number % 26);
    tokens[token] = {row, field.masked};
    return token;
  }
  std::optional<Cell> drawn_reference(const Field& field) {
    std::vector<std::int64_t> ids;
    for (const KnownRow& row : rows)
      if (row.of->record == field.references) ids.push_back(row.id());
    return ids.empty() ? std::nullopt : std::optional(Cell(one_of(ids)));
  }
  /// GB 11643: seventeen digits and one that checks them.
  std::string new_id_number() {
    std::string digits = "1101051949123" + std::to_string(1000 + id_numbers++);
    constexpr std::array k_weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < k_weights.size(); ++i) sum += k_weights[i] * (digits[i] - '0');
    return digits + "10X98765432"[sum % 11];
  }
  std::string drawn_day() { return "202" + std::to_string(draw(6)) + "-0" + std::to_string(1 + draw(9)) + "-1" + std::to_string(draw(9)); }

  Cell drawn(const Collection& of, const Field& field, std::size_t row) {
    const std::string_view kind = field.codec->kind;
    if (field.name == "region") return std::string(k_regions[draw(k_regions.size())]);
    if (!field.references.empty()) return drawn_reference(field).value_or(Cell());
    if (kind == "text") return new_token(row, field);
    if (kind == "id_number") return new_id_number();
    if (kind == "choice") return one_of(field.codec->choices).value;
    if (kind == "yes_no") return static_cast<std::int64_t>(draw(2));
    if (kind == "day") return field.name == of.ends && chance(50) ? std::string("2099-01-01") : drawn_day();
    if (kind == "whole" || kind == "money" || kind == "minutes") return static_cast<std::int64_t>(draw(9));
    return of.table.defaults[of.position(field.name)];
  }

  void fill(const Collection& of) {
    for (int i = 0; i < 3; ++i) {
      std::erase_if(tokens, [&](const auto& each) { return each.second.first == rows.size(); });  // of one that was not taken
      KnownRow made{&of, of.table.defaults};
      for (const Field& field : of.fields) {
        if (collection_gives(field.name)) continue;
        Cell& cell = made.cells[of.position(field.name)];
        if (field.required || !field.references.empty() || chance(60)) cell = drawn(of, field, rows.size());
        if (absent(cell) && field.required) return;  // what it needs is not there yet
      }
      made.cells[of.position("id")] = house.store().new_id();
      made.cells[of.position("version")] = std::int64_t{1};
      const store::WriteOutcome outcome = house.store().write(store::Acting::system("walk"), [&](store::Writing& writing) -> Result<void> {
        writing.insert_row(writing.catalog().table(of.record), made.cells);
        return {};
      });
      if (outcome.done()) rows.push_back(std::move(made));
    }
    refresh();
  }
  static bool collection_gives(std::string_view field) { return field == "id" || field == "version" || field == "synthetic"; }
  /// Fields that follow other records have changed with them.
  void refresh() {
    house.store().read([&](store::Snapshot& snapshot) {
      for (KnownRow& row : rows) row.cells = *snapshot.find_row(snapshot.catalog().table(row.of->record), store::Scope::country(), row.id());
    });
  }

  void add_askers() {
    std::vector<std::optional<powers::Owner>> owners{std::nullopt, std::nullopt};
    for (const KnownRow& row : rows) {
      if (owners.size() < 8 && row.of->record == "institution") owners.push_back(powers::Owner{powers::OwnerKind::institution, row.id()});
      if (owners.size() < 12 && row.of->record == "resident") owners.push_back(powers::Owner{powers::OwnerKind::household, row.id()});
    }
    for (std::size_t i = 0; i < 14; ++i) {
      const std::optional<powers::Owner> owner = i < 4 ? std::nullopt : owners[draw(owners.size())];
      const RegionCode region = owner ? owner_region(*owner) : code(i == 0 ? "000000000000" : i == 1 ? "450200000000" : k_regions[draw(k_regions.size())]);
      askers.push_back(made_asker("asker" + std::to_string(i), i < 2 ? powers::Powers::all() : drawn_powers(), region, owner));
    }
  }
  powers::Powers drawn_powers() {
    powers::Powers powers;
    for (const powers::Power each : {powers::Power::places_read, powers::Power::places_write, powers::Power::staff_read, powers::Power::people_read, powers::Power::people_write,
                                     powers::Power::people_unmask, powers::Power::services_read, powers::Power::projects_read, powers::Power::sheets_export, powers::Power::journal_read})
      if (chance(65)) powers.add(each);
    // Whoever may change a record is answered with it as it is now.
    if (powers.has(powers::Power::places_write)) powers.add(powers::Power::places_read);
    if (powers.has(powers::Power::people_write)) powers.add(powers::Power::people_read);
    return powers;
  }
  RegionCode owner_region(const powers::Owner& owner) const {
    for (const KnownRow& row : rows)
      if (row.id() == owner.id) return row.region();
    return {};
  }
  Asker made_asker(const std::string& name, powers::Powers powers, RegionCode region, std::optional<powers::Owner> owner) {
    accounts::CreateAccountRequest request{name, name, "viewer", region, std::nullopt, "right-horse-7"};
    if (owner) {
      const bool institution = owner->kind == powers::OwnerKind::institution;
      accounts::Unit unit{{house.store().new_id()}, 0, region, name, institution ? powers::OfficeKind::institution : powers::OfficeKind::family};
      if (institution) unit.institution = Id<registry::Institution>{owner->id};
      if (!institution) unit.household = Id<registry::Resident>{owner->id};
      EXPECT_TRUE(house.store().write(store::Acting::system("walk"), [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
      request.unit = unit.id;
    }
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value());
    RunningHouse& asked = second && chance(50) ? *second : house;
    asked.give(name, powers);
    return {Visitor(asked.port(), name, "right-horse-7"), powers, region, owner};
  }

  // ---- what may be answered

  /// No word of a record out of sight, and no masked one, stands in the answer unless the question held it.
  void expect_no_leak(const Asker& asker, const std::string& question, const http::ClientAnswer& answer, bool revealed = false) {
    static const std::regex token_shape("zq[a-z]{5}");
    for (auto found = std::sregex_iterator(answer.body.begin(), answer.body.end(), token_shape); found != std::sregex_iterator(); ++found) {
      const auto known = tokens.find(found->str());
      if (known == tokens.end() || question.find(known->first) != std::string::npos) continue;
      const auto& [row, masked] = known->second;
      EXPECT_TRUE(row < rows.size() && asker.sees(rows[row]) && (!masked || revealed)) << question << "\n" << known->first << "\n" << answer.body.substr(0, 600);
    }
  }

  struct Question {
    std::string query;
    std::function<bool(const KnownRow&)> holds = [](const KnownRow&) { return true; };
    bool refused = false;  ///< by name, for a field that is masked for the asker
  };

  static std::string query_text(const Field& field, const Cell& cell) {
    std::string text;
    field.codec->write_json(text, cell);
    return text.front() == '"' ? std::string(boost::json::parse(text).as_string()) : text;
  }
  static std::string encoded(const std::string& text) {
    std::string out;
    for (const unsigned char letter : text) {
      char hex[4];
      std::snprintf(hex, sizeof hex, "%%%02X", letter);
      out += hex;
    }
    return out;
  }

  void add_filter(const Asker& asker, const Collection& of, Question& question) {
    const Field& field = one_of(of.fields);
    if (field.codec->read_text == nullptr || field.name == "id" || !askable(of, field)) return;
    if (question.query.find("&" + field.name + "=") != std::string::npos || question.query.find("&" + field.name + "_from=") != std::string::npos) return;  // once each
    std::vector<Cell> values;
    for (const KnownRow& row : rows)
      if (row.of == &of && !absent(row.at(field.name))) values.push_back(row.at(field.name));
    const auto before = question.holds;
    const std::string name = field.name;
    question.refused = question.refused || asker.hides(of, field);
    if (values.empty() || chance(15)) {
      question.query += "&" + name + "=" + std::string(collection::word_for_empty(field));
      question.holds = [=](const KnownRow& row) { return before(row) && absent(row.at(name)); };
      return;
    }
    const Cell value = one_of(values);
    if (field.codec->kind == "region" && name == "region") return;
    const std::string text = encoded(query_text(field, value));
    const bool bound = !field.sealed && field.codec->kind != "text" && field.codec->kind != "region" && chance(40);
    question.query += "&" + name + (bound ? "_from=" : "=") + text;
    question.holds = [=](const KnownRow& row) {
      const Cell& cell = row.at(name);
      return before(row) && !absent(cell) && (bound ? cell >= value : cell == value);
    };
  }
  static bool askable(const Collection& of, const Field& field) {
    return field.entry->privacy != record::Privacy::secret && std::find(of.table.withheld.begin(), of.table.withheld.end(), field.name) == of.table.withheld.end();
  }

  void add_search(const Asker& asker, const Collection& of, Question& question) {
    if (of.table.searched.empty()) return;
    std::vector<std::string> words;
    for (const KnownRow& row : rows)
      for (const std::string& name : of.table.searched)
        if (row.of == &of && std::holds_alternative<std::string>(row.at(name))) words.push_back(std::get<std::string>(row.at(name)));
    if (words.empty()) return;
    const std::string word = one_of(words);
    for (const std::string& name : of.table.searched) question.refused = question.refused || asker.hides(of, *of.find(name));
    question.query += "&search=" + word;
    question.holds = [before = question.holds, word, &of](const KnownRow& row) {
      return before(row) && std::any_of(of.table.searched.begin(), of.table.searched.end(), [&](const std::string& name) { return row.at(name) == Cell(word); });
    };
  }

  void ask_list(const Asker& asker, const Collection& of) {
    Question question{"?with_ended=true&count=true&rows=" + std::to_string(1 + draw(9))};
    const bool ended = chance(50);
    if (!ended) question.query.replace(0, 16, "?with_ended=false");
    if (!ended && !of.ends.empty())
      question.holds = [&](const KnownRow& row) {
        const auto* day = std::get_if<std::string>(&row.at(of.ends));
        return day == nullptr || *day > today();
      };
    if (chance(60)) add_filter(asker, of, question);
    if (chance(30)) add_filter(asker, of, question);
    if (chance(25)) add_search(asker, of, question);
    const Field& order = one_of(of.fields);
    const bool sorted = chance(50) && order.codec->read_text != nullptr && !order.sealed && askable(of, order) && order.name != "region";
    const bool falling = chance(50);
    if (sorted) question.query += std::string("&sort=") + (falling ? "-" : "") + order.name;
    if (sorted) question.refused = question.refused || asker.hides(of, order);
    // What is searched for comes the last entered first, any other list by place.
    const bool searched = question.query.find("&search=") != std::string::npos;
    std::vector<const KnownRow*> expected;
    for (const KnownRow& row : rows)
      if (row.of == &of && asker.sees(row) && question.holds(row)) expected.push_back(&row);
    std::sort(expected.begin(), expected.end(), [&](const KnownRow* a, const KnownRow* b) {
      if (!sorted && searched) return a->id() > b->id();
      const std::string& by = sorted ? order.name : std::string("region");
      const Cell &one = a->at(by), &two = b->at(by);
      if (one != two) return sorted && falling ? two < one : one < two;
      return a->id() < b->id();
    });
    read_pages(asker, of, question, expected);
  }

  void read_pages(const Asker& asker, const Collection& of, const Question& question, const std::vector<const KnownRow*>& expected) {
    std::vector<std::string> wanted, got;
    for (const KnownRow* row : expected) wanted.push_back(std::to_string(row->id()));
    std::string after;
    do {
      const std::string target = of.path + question.query + after;
      const http::ClientAnswer answer = asker.visitor.get(target);
      expect_no_leak(asker, target, answer);
      if (!asker.powers.has(of.reads)) {
        EXPECT_EQ(said(answer), "403 access.power_missing") << target;
        return;
      }
      if (question.refused) {
        EXPECT_EQ(said(answer), "422 records.not_yours_to_ask") << target;
        return;
      }
      ASSERT_EQ(answer.status, 200) << target << answer.body;
      const boost::json::value list = boost::json::parse(answer.body);
      EXPECT_EQ(list.at("total").as_int64(), static_cast<std::int64_t>(wanted.size())) << target;
      for (const auto& row : list.at("rows").as_array()) got.emplace_back(row.at("id").as_string());
      after = list.as_object().contains("after") ? "&after=" + encoded(std::string(list.at("after").as_string())) : "";
    } while (!after.empty() && got.size() <= wanted.size());
    EXPECT_EQ(got, wanted) << of.path << question.query;
  }

  void ask_one(const Asker& asker, const KnownRow& row) {
    const std::string target = row.of->path + "/" + std::to_string(row.id()) + (chance(50) ? "/history" : "");
    const http::ClientAnswer answer = asker.visitor.get(target);
    expect_no_leak(asker, target, answer);
    EXPECT_EQ(said(answer), !asker.powers.has(row.of->reads) ? "403 access.power_missing" : asker.sees(row) ? "200" : "404 records.not_found") << target;
  }

  void ask_reveal(const Asker& asker, const KnownRow& row) {
    const Field& field = one_of(row.of->fields);
    if (!row.of->unmasks) return;
    const std::string target = row.of->path + "/" + std::to_string(row.id()) + "/reveal";
    const http::ClientAnswer answer = asker.visitor.post(target, {{"field", field.name}, {"purpose", "核对"}});
    expect_no_leak(asker, target, answer, asker.unmasks(*row.of));
    if (answer.status == 200)
      EXPECT_TRUE(asker.unmasks(*row.of) && asker.sees(row) && field.masked) << target << ' ' << field.name << asker.unmasks(*row.of) << asker.sees(row) << field.masked;
  }

  void ask_export(const Asker& asker, const Collection& of) {
    const std::string target = of.path + "/export?format=csv&with_ended=true";
    const http::ClientAnswer answer = asker.visitor.get(target);
    expect_no_leak(asker, target, answer);
    if (!asker.powers.has(of.reads) || !asker.powers.has(powers::Power::sheets_export)) {
        EXPECT_EQ(said(answer), "403 access.power_missing") << target;
        return;
      }
    for (const KnownRow& row : rows)
      if (row.of == &of && asker.sees(row)) EXPECT_THAT(answer.body, testing::HasSubstr(std::to_string(row.id()))) << target;
  }

  /// Who reads the journal reads that of every register, within the account's region, and nothing that is masked.
  void ask_journal(const Asker& asker, const KnownRow& row) {
    std::string target = "/api/journal?record=" + row.of->record;
    if (chance(50)) target += "&record_id=" + std::to_string(row.id());
    if (chance(30)) target += "&limit=" + std::to_string(1 + draw(9));
    const http::ClientAnswer answer = asker.visitor.get(target);
    Asker reader = asker;
    for (const Collection& of : registers) reader.powers.add(of.reads);
    expect_no_leak(reader, target, answer);
    EXPECT_EQ(said(answer), asker.powers.has(powers::Power::journal_read) ? "200" : "403 access.power_missing") << target;
  }

  /// Tries to change what must not be changed, so that the world stays as the oracle knows it.
  void ask_change(const Asker& asker, const KnownRow& row) {
    const std::string path = row.of->path + "/" + std::to_string(row.id());
    const boost::json::object stale{{"version", 99}};
    const bool removes = chance(50);
    const http::ClientAnswer answer = removes ? asker.visitor.post(path + "/remove", stale) : asker.visitor.put(path, stale);
    expect_no_leak(asker, path, answer);
    EXPECT_GE(answer.status, 400) << path;
    if (!row.of->writes || !asker.powers.has(*row.of->writes)) return;
    if (!asker.sees(row) && asker.powers.has(row.of->reads)) EXPECT_EQ(said(answer), "404 records.not_found") << path;
  }

  /// A record that names another one which the asker does not see is not taken, whatever else it holds.
  void ask_create(const Asker& asker, const KnownRow& named) {
    for (const Collection& of : registers) {
      if (!of.writes) continue;
      for (const record::Reference& reference : of.table.references) {
        if (reference.record != named.of->record || chance(60)) continue;
        if (asker.region.contains(named.region())) continue;
        const http::ClientAnswer answer = asker.visitor.post(of.path, {{"region", asker.region.text()}, {reference.column, std::to_string(named.id())}, {"name", "某"}, {"day", "2026-01-01"}});
        expect_no_leak(asker, of.path, answer);
        EXPECT_NE(answer.status, 201) << of.path << " " << reference.column;
      }
    }
  }

  static std::string today() { return SystemClock().now().beijing_day().text(); }

  const std::vector<Collection> registers = registry::collections();
  std::unique_ptr<RunningHouse> second;
  SeededRandom draws;
  std::vector<KnownRow> rows;
  int id_numbers = 0;
  std::map<std::string, std::pair<std::size_t, bool>, std::less<>> tokens;  ///< to the row and whether the field is masked
  std::vector<Asker> askers;
};

TEST_P(ARandomWalk, TellsEachCallerWhatIsItsOwnToSeeAndNothingElse) {
  ASSERT_GT(rows.size(), registers.size());
  const std::uint64_t requests = from_environment("LAOYOU_WALK_REQUESTS", 1'000);
  for (std::uint64_t i = 0; i < requests && !HasFailure(); ++i) {
    const Asker& asker = one_of(askers);
    const KnownRow& row = one_of(rows);
    switch (draw(9)) {
      case 0: ask_one(asker, row); break;
      case 1: ask_reveal(asker, row); break;
      case 2: ask_export(asker, *row.of); break;
      case 3: ask_change(asker, row); break;
      case 4: ask_create(asker, row); break;
      case 5: ask_journal(asker, row); break;
      default: ask_list(asker, *row.of);
    }
  }
}

RUN_ON_BOTH_DATABASES(ARandomWalk);

}  // namespace
}  // namespace laoyou::app
