// The use cases of files: attach, list, hand over, take out. Each looks at the record first, with the eyes of whoever asks.
#pragma once

#include "files/records.h"
#include "files/room.h"
#include "files/spool.h"

namespace laoyou::files {

/// A record's files as one caller sees them.
struct Folder {
  const Services& services;
  const collection::Collection& collection;
  store::Acting acting;
  std::int64_t record_id = 0;
};

/// What is handed over.
struct HandedFile {
  std::string name;
  std::string media_type;
  std::string bytes;
};

/// Checks the upload, stores it, and gives it a row. The same bytes at the same place are the file that is there already. Refused as check_file()
/// refuses, "records.not_found", "files.field_unknown", "files.too_many". Throws StoreUnavailable.
Result<FileShown> attach(const Folder& folder, const std::string& field, const std::string& name, const Spool& upload);
/// Oldest first. Refused as "records.not_found".
Result<FileList> list(const Folder& folder);
/// Refused as "records.not_found", "files.not_found". Throws StoreDamaged when the content is not what was stored.
Result<HandedFile> hand_over(const Folder& folder, Id<File> id);
Result<HandedFile> hand_over_thumbnail(const Folder& folder, Id<File> id);
/// The bytes go too unless another file has them. Refused as "records.not_found", "files.not_found".
Result<void> take_out(const Folder& folder, Id<File> id);

/// Within a command: removes the row, and lets the contents go that nothing names any more; they are added to `forsaken`.
void remove_file(store::Writing& writing, const File& file, std::vector<std::int64_t>& forsaken);

}  // namespace laoyou::files
