#include "feeds/consider.h"

#include <algorithm>
#include <set>

#include "feeds/choose_person.h"
#include "feeds/pair_task.h"
#include "feeds/people_index.h"
#include "feeds/winning.h"
#include "record/json_write.h"
#include "record/sheet_refusals.h"

namespace laoyou::feeds {
namespace {

using collection::Field;
using registry::Resident;
using store::Filter;

constexpr std::size_t k_rows_shown = 100;

/// A value of a row, and what becomes of it.
struct JudgedValue {
  std::size_t position = 0;
  const Cell* said = nullptr;
  Judged judged;
  std::optional<Refusal> unfit = {};  ///< why it cannot be true beside what else is known of the person
};

bool taken(const Judged& judged) { return judged.verdict == Verdict::fills || judged.verdict == Verdict::replaces; }

class Consideration {
 public:
  Consideration(const Considering& with, const store::Snapshot& snapshot)
      : with_(with), residents_(with.desk.collection), snapshot_(snapshot), table_(with.desk.table(snapshot)) {}

  Considered run(std::vector<DeliveredRow> rows) {
    load_own_records();
    std::int64_t done = 0;
    for (DeliveredRow& row : rows) {
      if (with_.report && done % 200 == 0) with_.report(done, std::ssize(rows));
      ++done;
      ++counts().rows;
      keys_.insert(row.key);
      if (!row.refusals.empty()) refuse_row(row.refusals);
      else take(row);
    }
    if (with_.feed.whole_list) find_gone();
    for (const Refusal& refusal : std::move(refusals_).all()) out_.found.refusals.push_back({refusal.place, refusal.code, message(refusal, with_.language)});
    return std::move(out_);
  }

 private:
  DeliveryCounts& counts() { return out_.found.counts; }

  void load_own_records() {
    snapshot_.each<FeedRecord>(store::Scope::of_account(with_.delivery.region), Filter().equals("feed", with_.feed.feed), [&](FeedRecord each) {
      const std::string key = each.key;
      if (each.resident) own_of_person_.emplace(each.resident->number, key);
      own_.emplace(key, std::move(each));
    });
  }

  /// What they said of this person with their number and without it is one record.
  void take_over_record(const DeliveredRow& row, RowWork& work) {
    if (!work.is_new_record || !work.before) return;
    const auto key = own_of_person_.find(number_of(*work.before));
    if (key == own_of_person_.end() || !(row.keyless || is_given_text(key->second))) return;
    work.record = own_.at(key->second);
    work.is_new_record = false;
    keys_.insert(key->second);
  }

  void refuse_row(Refusals& refusals) {
    ++counts().refused;
    refusals_.take(refusals);
  }

  void take(DeliveredRow& row) {
    RowWork work;
    work.line = row.line;
    work.place = row.place;
    const auto own = own_.find(row.key);
    work.is_new_record = own == own_.end();
    if (!work.is_new_record) work.record = own->second;
    RowOutcome outcome = RowOutcome::unchanged;
    find_person(row, work, outcome);
    take_over_record(row, work);
    const Given said_before = work.is_new_record ? Given() : given_of(residents_, work.record.cells);
    fill_record(row, work);
    if (work.before && !persons_.insert(number_of(*work.before)).second) {
      Refusals twice{at(row.place, refuse("feeds.person_twice"))};
      return refuse_row(twice);
    }
    FoundRow found;
    found.line = row.line;
    if (work.before || work.now) judge_fields(row, said_before, work, found);
    if (row.wrong_number) tell_wrong_number(row, work, found);
    if (work.now) {
      Refusals wrong = collection::check_row(residents_, *work.now, work.before ? &*work.before : nullptr);
      for (Refusal& refusal : wrong) refusal.place = row.place;
      if (!wrong.empty()) return refuse_row(wrong);
    }
    settle(work, outcome, std::move(found));
  }

  static std::int64_t number_of(const Cells& cells) { return std::get<std::int64_t>(cells.front()); }

  /// By what the source said before, by the identity number, by likeness.
  void find_person(const DeliveredRow& row, RowWork& work, RowOutcome& outcome) {
    if (!work.is_new_record && work.record.resident) {
      work.before = snapshot_.find_row(table_, with_.desk.acting.scope, work.record.resident->number);
      if (work.before) return;
      work.record.resident.reset();
    }
    if (find_by_number(row, work)) return;
    const PersonText person = text_of(row);
    std::vector<NearPerson> near = with_.finder.near(person, 0);
    std::erase_if(near, [&](const NearPerson& each) { return !in_scope(each.id); });
    const ChosenPerson chosen = choose_person(near);
    if (chosen.certain != nullptr) {
      work.before = snapshot_.find_row(table_, with_.desk.acting.scope, chosen.certain->id);
      if (work.before) return;
    }
    if (with_.feed.adds_people && !row.keyless && !row.wrong_number && has(row, "name")) work.now = fresh();
    outcome = work.now ? RowOutcome::created : RowOutcome::unknown;
    if (chosen.doubtful == nullptr) return;
    if (!work.now) outcome = RowOutcome::doubtful;
    else ++counts().doubtful;
    doubt_task(work, *chosen.doubtful);
  }

  bool find_by_number(const DeliveredRow& row, RowWork& work) const {
    const Cell* const number = value(row, "id_number");
    if (number == nullptr) return false;
    snapshot_.each_row(table_, with_.desk.acting.scope, Filter().equals("id_number", *number).page(0, 1), [&](store::Row cells) { work.before.emplace(cells.begin(), cells.end()); });
    return work.before.has_value();
  }

  bool in_scope(std::int64_t id) const { return snapshot_.find_row(table_, with_.desk.acting.scope, id).has_value(); }

  const Cell* value(const DeliveredRow& row, std::string_view field) const {
    const std::size_t position = residents_.position(field);
    for (const auto& [at_position, cell] : row.given)
      if (at_position == position) return &cell;
    return nullptr;
  }
  bool has(const DeliveredRow& row, std::string_view field) const { return value(row, field) != nullptr; }

  PersonText text_of(const DeliveredRow& row) const {
    const auto text = [&](std::string_view field) {
      const Cell* const cell = value(row, field);
      return cell == nullptr ? std::string() : residents_.find(field)->codec->sheet_text(*cell);
    };
    return {text("name"), text("sex"), text("born"), text("id_number"), text("phone"), "", ""};
  }

  Cells fresh() const {
    Cells cells(residents_.fields.size());
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = residents_.fields[i].fallback;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (residents_.fields[i].codec->kind != "yes_no" && !collection::given_by_program(residents_.fields[i].name)) cells[i] = Cell();
    cells[residents_.position("region")] = Cell(with_.delivery.region.text());
    return cells;
  }

  void doubt_task(RowWork& work, const NearPerson& near) {
    PersonTask& task = work.tasks.emplace_back(pair_task(near.id, near));
    task.feed = with_.feed.feed;
  }

  void fill_record(const DeliveredRow& row, RowWork& work) const {
    work.record.feed = with_.feed.feed;
    if (!row.keyless || work.is_new_record || is_given_text(work.record.key)) work.record.key = row.key;
    work.record.delivery = with_.delivery.id;
    work.record.day = with_.delivery.day;
    work.record.cells = given_text(residents_, row.given);
    work.record.missing = row.missing;
    work.record.contradictory = 0;
    work.record.gone.reset();
    work.record.region = with_.delivery.region;
    if (work.before) work.record.resident = Id<Resident>{number_of(*work.before)};
  }

  std::vector<std::pair<FeedRecord, Given>> others_of(const RowWork& work) const {
    std::vector<std::pair<FeedRecord, Given>> others;
    if (!work.before) return others;
    snapshot_.each<FeedRecord>(with_.desk.acting.scope, Filter().equals("resident", Cell(number_of(*work.before))).is_absent("gone"), [&](FeedRecord each) {
      if (each.id == work.record.id) return;
      Given given = given_of(residents_, each.cells);
      others.emplace_back(std::move(each), std::move(given));
    });
    return others;
  }

  void judge_fields(const DeliveredRow& row, const Given& said_before, RowWork& work, FoundRow& found) {
    const auto others = others_of(work);
    const Cells held = work.before ? *work.before : *work.now;
    Cells now = held;
    std::vector<JudgedValue> all;
    for (const auto& [position, cell] : row.given) {
      const Field& field = residents_.fields[position];
      std::vector<SaidValue> said;
      for (const auto& [record, given] : others)
        for (const auto& [at_position, value] : given)
          if (at_position == position) said.push_back({record.feed, with_.feeds.trust(record.feed, field.name), record.day, value});
      std::optional<Cell> own;
      for (const auto& [at_position, value] : said_before)
        if (at_position == position) own = value;
      Judged judged = judge(work.before ? held[position] : Cell(), {with_.feed.feed, with_.feeds.trust(with_.feed.feed, field.name), with_.delivery.day, cell}, own, said,
                            with_.feeds.trust_by_hand(field.name));
      if (judged.verdict != Verdict::agrees && judged.contradicted && decided_before(work, field, cell)) judged.verdict = Verdict::stays;
      if (taken(judged)) now[position] = cell;
      all.push_back({position, &cell, std::move(judged)});
    }
    if (work.before) keep_what_fits(held, now, all);
    for (const JudgedValue& each : all) {
      const Field& field = residents_.fields[each.position];
      if (each.judged.contradicted) contradict(work, field, value_text(field, *each.said));
      if (work.before && (taken(each.judged) || each.judged.contradicted)) show(field, held[each.position], each, found);
    }
    if (now != held || !work.before) work.now = std::move(now);
  }

  /// One value that cannot be true beside the others does not keep the rest of a row out: it contradicts, and what the register holds stays.
  void keep_what_fits(const Cells& held, Cells& now, std::vector<JudgedValue>& all) const {
    for (const Refusal& refusal : collection::check_row(residents_, now, &held))
      for (JudgedValue& each : all) {
        if (refusal.place != "/" + residents_.fields[each.position].name || !taken(each.judged)) continue;
        now[each.position] = held[each.position];
        each.judged.verdict = Verdict::stays;
        each.judged.contradicted = true;
        each.unfit = refusal;
      }
  }

  /// A number that is none contradicts whatever the register holds; a clerk asks the source.
  void tell_wrong_number(const DeliveredRow& row, RowWork& work, FoundRow& found) {
    const auto& [written, refusal] = *row.wrong_number;
    const std::size_t position = residents_.position("id_number");
    const Field& field = residents_.fields[position];
    Refusals told{refusal};
    refusals_.take(told);
    FoundField& out = named(field, found);
    if (work.before) words(field, (*work.before)[position], out.held_zh, out.held_en);
    out.said_zh = out.said_en = record::masked(written, field.entry->mask);
    out.contradicted = work.before.has_value();
    out.unfit_zh = message(refusal, Language::zh);
    out.unfit_en = message(refusal, Language::en);
    std::string theirs;
    record::write_json_string(theirs, written);
    if (work.before) contradict(work, field, std::move(theirs));
  }

  /// A clerk has said of this very value that it is not right.
  bool decided_before(const RowWork& work, const Field& field, const Cell& cell) const {
    if (!work.before) return false;
    const auto task = snapshot_.first<PersonTask>(with_.desk.acting.scope, Filter().equals("resident", Cell(number_of(*work.before))).equals("kind", PersonTaskKind::contradiction)
                                                                              .equals("field", field.name).equals("feed", with_.feed.feed).equals("state", PersonTaskState::done)
                                                                              .order_by("decided_at", store::Order::falling));
    return task && task->decision == PersonDecision::ours && task->theirs == value_text(field, cell);
  }

  void contradict(RowWork& work, const Field& field, std::string theirs) {
    ++work.record.contradictory;
    ++counts().conflicts;
    if (!work.before) return;
    PersonTask task;
    task.kind = PersonTaskKind::contradiction;
    task.resident = number_of(*work.before);
    task.feed = with_.feed.feed;
    task.field = field.name;
    task.theirs = std::move(theirs);
    const Filter same = Filter().equals("resident", Cell(task.resident)).equals("kind", task.kind).equals("field", task.field).equals("feed", task.feed);
    bool known = false;
    snapshot_.each<PersonTask>(with_.desk.acting.scope, same, [&](const PersonTask& each) { known = known || each.theirs == task.theirs; });
    if (!known) work.tasks.push_back(std::move(task));
  }

  static void words(const Field& field, const Cell& cell, std::optional<std::string>& zh, std::optional<std::string>& en) {
    const auto shown = field.shown(cell);
    if (!shown) return;
    zh = field.masked ? record::masked(shown->zh, field.entry->mask) : shown->zh;
    en = field.masked ? record::masked(shown->en, field.entry->mask) : shown->en;
  }

  static FoundField& named(const Field& field, FoundRow& found) {
    FoundField& out = found.fields.emplace_back();
    out.field = field.name;
    out.zh = field.sheet_zh;
    out.en = field.sheet_en;
    return out;
  }

  static void show(const Field& field, const Cell& held, const JudgedValue& value, FoundRow& found) {
    FoundField& out = named(field, found);
    words(field, held, out.held_zh, out.held_en);
    words(field, *value.said, out.said_zh, out.said_en);
    out.taken = taken(value.judged);
    out.contradicted = value.judged.contradicted;
    out.rival = value.judged.rival;
    if (!value.unfit) return;
    out.unfit_zh = message(*value.unfit, Language::zh);
    out.unfit_en = message(*value.unfit, Language::en);
  }

  void settle(RowWork& work, RowOutcome outcome, FoundRow found) {
    if (work.before) outcome = work.now ? RowOutcome::changed : RowOutcome::unchanged;
    const std::optional<Cells>& shown = work.now ? work.now : work.before;
    if (work.now) work.record.region = RegionCode::parse(std::get<std::string>((*work.now)[residents_.position("region")])).value();
    else if (work.before) work.record.region = RegionCode::parse(std::get<std::string>((*work.before)[residents_.position("region")])).value();
    for (PersonTask& task : work.tasks) task.region = work.record.region;
    std::int32_t& count = outcome == RowOutcome::created ? counts().created : outcome == RowOutcome::changed ? counts().changed : outcome == RowOutcome::unknown ? counts().unknown
                          : outcome == RowOutcome::doubtful ? counts().doubtful : counts().unchanged;
    ++count;
    found.outcome = outcome;
    if (work.before) found.resident = Id<Resident>{number_of(*work.before)};
    if (shown) found.label = collection::title_of(residents_, *shown);
    if ((outcome != RowOutcome::unchanged || !found.fields.empty()) && out_.found.found.size() < k_rows_shown) out_.found.found.push_back(std::move(found));
    out_.work.push_back(std::move(work));
  }

  void find_gone() {
    for (auto& [key, record] : own_) {
      if (keys_.contains(key) || record.gone) continue;
      record.gone = with_.delivery.day;
      ++counts().gone;
      out_.gone.push_back(record);
    }
  }

  const Considering& with_;
  const collection::Collection& residents_;
  const store::Snapshot& snapshot_;
  const store::Table& table_;
  Considered out_;
  record::ShownRefusals refusals_;
  std::map<std::string, FeedRecord> own_;  // by key
  std::map<std::int64_t, std::string> own_of_person_;  // keys, by resident
  std::set<std::string> keys_;
  std::set<std::int64_t> persons_;
};

}  // namespace

Considered consider(const Considering& with, std::vector<DeliveredRow> rows) {
  return with.desk.services.store.read([&](store::Snapshot& snapshot) { return Consideration(with, snapshot).run(std::move(rows)); });
}

}  // namespace laoyou::feeds
