// A file of a record (附件), and what is told of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/region_code.h"
#include "collection/file_field.h"
#include "record/leaf.h"
#include "store/content.h"

namespace laoyou::files {

/// That a record has a file; its bytes may be another file's too.
struct File {
  Id<File> id;
  RegionCode region;           ///< the record's
  std::string record;          ///< "institution"
  std::int64_t record_id = 0;
  std::string field;           ///< "photographs"
  std::string name;            ///< as it was given; people's names stand in it
  collection::FileKind kind = collection::FileKind::txt;
  std::int64_t size_bytes = 0;
  Id<store::Content> content;
  std::optional<Id<store::Content>> thumbnail;
  std::optional<std::int32_t> width_px;
  std::optional<std::int32_t> height_px;
  std::int64_t uploaded_by = 0;
  Instant uploaded_at;
};
LAOYOU_RECORD(File, "file", id, region, record, record_id, field, name, kind, size_bytes, content, thumbnail, width_px, height_px, uploaded_by, uploaded_at)

/// A file as whoever may read its record sees it.
struct FileShown {
  Id<File> id;
  std::string field;
  std::string name;
  collection::FileKind kind = collection::FileKind::txt;
  std::int64_t size_bytes = 0;
  bool thumbnail = false;
  std::optional<std::int32_t> width_px;
  std::optional<std::int32_t> height_px;
  std::string uploaded_by;  ///< the account's name
  Instant uploaded_at;
};
LAOYOU_RECORD(FileShown, "file_shown", id, field, name, kind, size_bytes, thumbnail, width_px, height_px, uploaded_by, uploaded_at)

struct FileList {
  std::vector<FileShown> files;
};
LAOYOU_RECORD(FileList, "file_list", files)

/// Which record's files are asked for.
struct FilesRequest {
  std::int64_t id = 0;
};
LAOYOU_RECORD(FilesRequest, "files_request", id)

/// Which of them.
struct FileRequest {
  std::int64_t id = 0;
  Id<File> file;
};
LAOYOU_RECORD(FileRequest, "file_request", id, file)

/// A new one; its bytes are the body.
struct FileUpload {
  std::int64_t id = 0;
  std::string field;
  std::string name;
};
LAOYOU_RECORD(FileUpload, "file_upload", id, field, name)

}  // namespace laoyou::files
