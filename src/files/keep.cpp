#include "files/keep.h"

#include <algorithm>

#include "files/checked.h"
#include "store/failure.h"

namespace laoyou::files {
namespace {

using store::Content;
using store::Filter;
using store::Scope;

FileShown shown(const Folder& folder, const File& file) {
  return {file.id, file.field, file.name, file.kind, file.size_bytes, file.thumbnail.has_value(), file.width_px, file.height_px, folder.services.account_name(file.uploaded_by), file.uploaded_at};
}

/// The record itself, where the caller may see it.
std::optional<std::vector<store::Cell>> owner(const Folder& folder, const store::Snapshot& snapshot) {
  return snapshot.find_row(snapshot.catalog().table(folder.collection.record), folder.acting.scope, folder.record_id);
}

Filter of_record(const Folder& folder) { return Filter().equals("record", folder.collection.record).equals("record_id", store::Cell(folder.record_id)); }

store::ContentSource source(const std::string& bytes) {
  return {static_cast<std::int64_t>(bytes.size()),
          [&bytes](std::int64_t offset, std::int64_t size) { return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)); }};
}

/// The contents of one upload: durable, and not named by anything yet.
struct Stored {
  store::KeptContent content;
  std::optional<store::KeptContent> thumbnail;
};

Stored store_contents(store::Contents& contents, const CheckedFile& checked) {
  Stored stored{contents.keep(source(checked.bytes)), std::nullopt};
  if (!checked.thumbnail.empty()) stored.thumbnail = contents.keep(source(checked.thumbnail));
  return stored;
}

/// What naming an upload needs to know.
struct Naming {
  const Folder& folder;
  const collection::FileField& field;
  const store::Contents& contents;
  File file;
  Stored stored;
  bool gone = false;  ///< a content went away meanwhile: everything is to be stored again
};

/// The row of the upload within its command; the one that is there already where it is the same.
Result<void> name_file(Naming& naming, store::Writing& within) {
  const auto record = owner(naming.folder, within);
  if (!record) return refuse("records.not_found");
  store::Writing writing = within.beyond_scope();  // a file has no owner but its record, which was looked at
  const auto content = naming.contents.settle(writing, naming.stored.content);
  const auto thumbnail = naming.stored.thumbnail ? naming.contents.settle(writing, *naming.stored.thumbnail) : std::nullopt;
  naming.gone = !content || (naming.stored.thumbnail && !thumbnail);
  if (naming.gone) return refuse("files.not_found");
  const Filter place = of_record(naming.folder).equals("field", naming.field.name);
  Filter same = place;
  if (const auto present = writing.first<File>(Scope::country(), same.equals("content", *content))) {
    naming.file = *present;
    return {};
  }
  if (writing.count<File>(Scope::country(), place) >= naming.field.count_max) return refuse("files.too_many", {std::to_string(naming.field.count_max)});
  const store::Table& table = within.catalog().table(naming.folder.collection.record);
  naming.file.id = writing.new_id<File>();
  naming.file.region = RegionCode::parse(std::get<std::string>((*record)[table.plain_position("region")])).value();
  naming.file.content = *content;
  naming.file.thumbnail = thumbnail;
  naming.file.uploaded_at = writing.now();
  writing.insert(naming.file);
  return {};
}

File new_file(const Folder& folder, const collection::FileField& field, const std::string& name, const CheckedFile& checked) {
  File file;
  file.record = folder.collection.record;
  file.record_id = folder.record_id;
  file.field = field.name;
  file.name = read_name(name).value();
  file.kind = checked.kind;
  file.size_bytes = static_cast<std::int64_t>(checked.bytes.size());
  file.width_px = checked.width_px;
  file.height_px = checked.height_px;
  file.uploaded_by = folder.acting.actor.account;
  return file;
}

Result<File> find_file(const Folder& folder, Id<File> id) {
  return folder.services.store.read([&](store::Snapshot& snapshot) -> Result<File> {
    if (!owner(folder, snapshot)) return refuse("records.not_found");
    Filter one = of_record(folder);
    const auto file = snapshot.first<File>(Scope::country(), one.equals("id", id));
    if (!file) return refuse("files.not_found");
    return *file;
  });
}

std::string bytes_of(const Folder& folder, Id<Content> id) {
  store::Contents contents(folder.services.store);
  const auto content = contents.find(id);
  if (!content) throw store::StoreDamaged(refuse("store.content_damaged", {std::to_string(id.number)}), "a file names a content that is not there");
  return contents.whole(*content);
}

}  // namespace

Result<FileShown> attach(const Folder& folder, const std::string& field_name, const std::string& name, const Spool& upload) {
  const auto& fields = folder.collection.files;
  const auto field = std::find_if(fields.begin(), fields.end(), [&](const collection::FileField& each) { return each.name == field_name; });
  if (field == fields.end()) return at("/field", refuse("files.field_unknown", {field_name}));
  if (upload.size_bytes() > field->bytes_max) return refuse("files.too_large", {std::to_string(field->bytes_max >> 20)});
  const bool there = folder.services.store.read([&](store::Snapshot& snapshot) { return owner(folder, snapshot).has_value(); });
  if (!there) return refuse("records.not_found");
  const Result<CheckedFile> checked = check_file(*field, name, upload.read());
  if (!checked) return at("/name", checked.error());
  store::Contents contents(folder.services.store);
  constexpr int k_attempts = 3;  // each fails only when the last file of the same bytes was taken out at this very moment
  for (int attempt = 1;; ++attempt) {
    Naming naming{folder, *field, contents, new_file(folder, *field, name, *checked), store_contents(contents, *checked)};
    const store::WriteOutcome outcome = folder.services.store.write(folder.acting, [&](store::Writing& writing) { return name_file(naming, writing); });
    if (naming.gone && attempt < k_attempts) continue;
    const Result<void> done = outcome.result();
    // What somebody else stored at the same moment was taken instead, or nothing was.
    for (const auto& stored : {std::optional(naming.stored.content), naming.stored.thumbnail})
      if (stored && (!done || (stored->id != naming.file.content.number && (!naming.file.thumbnail || stored->id != naming.file.thumbnail->number)))) contents.erase(stored->id);
    if (!done) return done.error();
    return shown(folder, naming.file);
  }
}

Result<FileList> list(const Folder& folder) {
  std::vector<File> files;
  const bool there = folder.services.store.read([&](store::Snapshot& snapshot) {
    if (!owner(folder, snapshot)) return false;
    files = snapshot.select<File>(Scope::country(), of_record(folder).order_by("id"));
    return true;
  });
  if (!there) return refuse("records.not_found");
  FileList all;
  for (const File& file : files) all.files.push_back(shown(folder, file));
  return all;
}

Result<HandedFile> hand_over(const Folder& folder, Id<File> id) {
  const Result<File> file = find_file(folder, id);
  if (!file) return file.error();
  return HandedFile{file->name, std::string(media_type(file->kind)), bytes_of(folder, file->content)};
}

Result<HandedFile> hand_over_thumbnail(const Folder& folder, Id<File> id) {
  const Result<File> file = find_file(folder, id);
  if (!file) return file.error();
  if (!file->thumbnail) return refuse("files.not_found");
  return HandedFile{"thumbnail.jpg", "image/jpeg", bytes_of(folder, *file->thumbnail)};
}

void remove_file(store::Writing& writing, const File& file, std::vector<std::int64_t>& forsaken) {
  writing.remove(file.id);
  for (const std::optional<Id<Content>>& content : {std::optional(file.content), file.thumbnail}) {
    if (!content) continue;
    const auto named = [&](const char* column) { return writing.count<File>(Scope::country(), Filter().equals(column, *content)) > 0; };
    if (named("content") || named("thumbnail")) continue;
    store::Contents::let_go(writing, *content);
    forsaken.push_back(content->number);
  }
}

Result<void> take_out(const Folder& folder, Id<File> id) {
  std::vector<std::int64_t> forsaken;
  const store::WriteOutcome outcome = folder.services.store.write(folder.acting, [&](store::Writing& within) -> Result<void> {
    if (!owner(folder, within)) return refuse("records.not_found");
    store::Writing writing = within.beyond_scope();
    Filter one = of_record(folder);
    const auto file = writing.first<File>(Scope::country(), one.equals("id", id));
    if (!file) return refuse("files.not_found");
    remove_file(writing, *file, forsaken);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  store::Contents contents(folder.services.store);
  for (const std::int64_t content : forsaken) contents.erase(content);
  return {};
}

}  // namespace laoyou::files
