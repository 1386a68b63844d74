// Large contents (附件内容): bytes kept in the database in sealed parts, once for equal bytes, under a name that tells nothing of them without
// the key. Being rows like any other they are in every backup, restore, replica and verification; the journal keeps a digest of each part.
//
//   Kept kept = contents.keep(source);                        // every part is durable
//   store.write(acting, [&](Writing& writing) { … contents.settle(writing, kept) … });   // and from now on it has a row that names it
//
// What no row names after a crash is never read and goes with the next sweep().
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/store.h"

namespace laoyou::store {

/// One content. Its parts are numbered from 0.
struct Content {
  Id<Content> id;
  RegionCode region;       ///< the country: a content may be named in many places
  std::string name;        ///< keyed hash of the bytes
  std::int32_t parts = 0;
  std::int64_t size_bytes = 0;
};
LAOYOU_RECORD(Content, "stored_content", id, region, name, parts, size_bytes)

/// One part of a content, sealed.
struct ContentPart {
  Id<ContentPart> id;
  RegionCode region;
  std::int64_t content = 0;  ///< number of the content's id; stored before the content's own row
  std::int32_t part = 0;
  Instant at;
  std::string bytes;
};
LAOYOU_RECORD(ContentPart, "stored_content_part", id, region, content, part, at, bytes)

/// Bytes of one part; the last one may be shorter. Each takes one command of the writer, so this is also how long others wait for one.
inline constexpr std::int64_t k_content_part_bytes = 256 * 1024;

std::vector<TableDefinition> content_tables();

/// Where a content is read from, twice: at most `bytes` from `offset`. May throw.
struct ContentSource {
  std::int64_t size_bytes = 0;
  std::function<std::string(std::int64_t offset, std::int64_t bytes)> read;
};

/// A content whose parts are durable.
struct KeptContent {
  std::int64_t id = 0;
  std::string name;
  std::int32_t parts = 0;
  std::int64_t size_bytes = 0;
};

/// Safe across threads; `store` outlives it.
class Contents {
 public:
  explicit Contents(Store& store) : store_(store) {}

  /// Stores the parts unless a content of equal bytes is there. Throws StoreUnavailable, and what the source throws; then nothing names what was stored.
  KeptContent keep(const ContentSource& source);
  /// Within the command that names it: the content's id. Nothing when it went away since keep(): then it must be kept again.
  std::optional<Id<Content>> settle(Writing& writing, const KeptContent& kept) const;
  /// Within a command, after the last row that named it: its row goes; erase() takes the parts.
  static void let_go(Writing& writing, Id<Content> id);
  /// Takes the parts of a content that has no row; of one that has, none.
  void erase(std::int64_t id);
  /// Erases every content without a row whose parts are older; returns how many there were. What another server is keeping now is not touched.
  std::int64_t sweep(Instant before);

  std::optional<Content> find(Id<Content> id);
  /// The bytes of one part. Throws StoreDamaged "store.content_damaged" when it is not there or does not open.
  std::string part(const Content& content, std::int32_t number);
  /// All bytes, held against the content's name. Throws StoreDamaged "store.content_damaged".
  std::string whole(const Content& content);

 private:
  std::string part_mark(const std::string& bytes) const;
  std::string name_of(const std::string& marks) const;

  Store& store_;
};

}  // namespace laoyou::store
