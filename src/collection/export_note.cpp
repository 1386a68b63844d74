#include "collection/export_note.h"

#include "base/shown_text.h"

namespace laoyou::collection {
namespace {

/// Whether what it was asked for is as personal as what it shows.
bool told_by_name_alone(std::string_view name, const Collection* collection) {
  if (name == "search") return true;
  for (const std::string_view end : {"_from", "_to"})
    if (name.ends_with(end)) name.remove_suffix(end.size());
  const Field* field = collection == nullptr ? nullptr : collection->find(name);
  return field != nullptr && field->masked;
}

}  // namespace

std::string filter_words(const record::Fields& fields, const Collection* collection) {
  std::string words;
  for (const auto& [name, text] : fields) {
    if (name == "format" || name == "reason") continue;
    words += (words.empty() ? "" : " ") + name + "=" + (told_by_name_alone(name, collection) ? "…" : text);
  }
  return words;
}

Result<void> note_export(store::Store& store, const store::Acting& acting, Instant at, ExportNote note, const record::Fields& fields, const Collection* collection) {
  note.filter = filter_words(fields, collection);
  const std::string* purpose = record::find_field(fields, "reason");
  note.purpose = purpose == nullptr ? "" : std::string(trimmed(*purpose));
  note.account = acting.actor.account;
  note.at = at;
  return store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    note.id = writing.new_id<ExportNote>();
    writing.insert(note);
    return {};
  }).result();
}

}  // namespace laoyou::collection
