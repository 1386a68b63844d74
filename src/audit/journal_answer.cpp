#include "audit/journal_answer.h"

#include <memory>

#include "record/dictionary.h"

namespace laoyou::audit {
namespace {

/// A key's name where there is one; the figures and words of the store else.
std::optional<record::ShownText> named(const Names& names, const std::string& record, const store::ShownChange& change, const std::optional<record::ShownText>& text,
                                       const std::string& key, const store::ShownEntry& shown) {
  if (!text || change.masked || key.empty()) return text;
  if (change.field == "region")
    if (const Result<RegionCode> region = RegionCode::parse(key)) {
      const std::string name = names.region(*region);
      return name.empty() ? *text : record::ShownText{name, name};
    }
  if (auto name = names.value(record, change.field, key, shown.row)) return name;
  return text;
}

JournalField field_of(const Names& names, const store::JournalEntry& entry, const store::ShownEntry& shown, const store::ShownChange& change) {
  JournalField field{change.field, change.entry->zh, change.entry->en, names.unit(entry.record, change.field, shown.row).value_or(change.entry->unit),
                     {}, {}, {}, {}, change.masked};
  if (const auto before = named(names, entry.record, change, change.before, change.before_key, shown)) {
    field.before = before->zh;
    field.before_en = before->en;
  }
  if (const auto after = named(names, entry.record, change, change.after, change.after_key, shown)) {
    field.after = after->zh;
    field.after_en = after->en;
  }
  return field;
}

}  // namespace

void remember_accounts(Names& names) {
  const auto known = std::make_shared<std::map<std::int64_t, AccountWords>>();
  names.account = [ask = std::move(names.account), known](std::int64_t account) {
    const auto [found, fresh] = known->try_emplace(account);
    if (fresh) found->second = ask(account);
    return found->second;
  };
}

JournalRow journal_row(const Names& names, const store::JournalEntry& entry, const store::ShownEntry& shown) {
  JournalRow row;
  row.sequence = entry.sequence;
  row.at = entry.at;
  const AccountWords account = names.account(entry.actor.account);
  row.account_name = account.name;
  row.account_display_name = account.display_name;
  row.door = entry.actor.door;
  row.action = store::action_name(entry.action);
  row.record = entry.record;
  const record::DictionaryEntry* label = record::dictionary().find(entry.record, "*");
  row.record_label = label != nullptr ? label->zh : entry.record;
  row.record_label_en = label != nullptr ? label->en : entry.record;
  row.record_id = std::to_string(entry.record_id);
  row.region = entry.region;
  row.region_name = names.region(entry.region);
  if (const auto subject = names.subject(entry.record, shown.row)) {
    row.subject = subject->zh;
    row.subject_en = subject->en;
  }
  if (const auto period = shown.row.find("period"); period != shown.row.end()) row.period = period->second;
  for (const store::ShownChange& change : shown.changes)
    if (change.field != "id") row.fields.push_back(field_of(names, entry, shown, change));
  return row;
}

}  // namespace laoyou::audit
