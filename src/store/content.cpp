#include "store/content.h"

#include <algorithm>

#include "store/failure.h"

namespace laoyou::store {
namespace {

const Actor k_program{0, "system", "contents"};

void done(const WriteOutcome& outcome) {
  const Result<void> result = outcome.result();
  if (!result) throw StoreUnavailable(result.error(), "contents");
}

StoreDamaged damaged(const Content& content, const std::string& what) {
  return StoreDamaged(refuse("store.content_damaged", {std::to_string(content.id.number)}), "content " + std::to_string(content.id.number) + ": " + what);
}

Filter parts_of(std::int64_t content) { return Filter().equals("content", Cell(content)); }

}  // namespace

std::vector<TableDefinition> content_tables() {
  return {table<Content>({unique({"name"})}), table<ContentPart>({unique({"content", "part"})}).journalling_digests_of({"bytes"})};
}

// The keyed hash that every sealed column has beside it; equal bytes give equal marks, and without the key nobody can tell whose they are.
std::string Contents::part_mark(const std::string& bytes) const {
  const StoreContents& contents = store_.contents();
  return contents.codec.match(contents.catalog.table(record::record_name<ContentPart>()), "bytes", Cell(bytes));
}

std::string Contents::name_of(const std::string& marks) const {
  const StoreContents& contents = store_.contents();
  return contents.codec.match(contents.catalog.table(record::record_name<Content>()), "name", Cell(marks));
}

KeptContent Contents::keep(const ContentSource& source) {
  KeptContent kept;
  std::string marks;
  for (std::int64_t offset = 0; offset < source.size_bytes; offset += k_content_part_bytes) marks += part_mark(source.read(offset, k_content_part_bytes));
  kept.name = name_of(marks);
  kept.size_bytes = source.size_bytes;
  kept.parts = static_cast<std::int32_t>((source.size_bytes + k_content_part_bytes - 1) / k_content_part_bytes);
  const auto present = store_.read([&](Snapshot& snapshot) { return snapshot.first<Content>(Scope::country(), Filter().equals("name", kept.name)); });
  kept.id = present ? present->id.number : store_.new_id();
  for (std::int32_t part = 0; !present && part < kept.parts; ++part) {
    const std::string bytes = source.read(part * k_content_part_bytes, k_content_part_bytes);
    done(store_.write(k_program, [&](Writing& writing) -> Result<void> {
      writing.insert(ContentPart{writing.new_id<ContentPart>(), {}, kept.id, part, writing.now(), bytes});
      return {};
    }));
  }
  return kept;
}

std::optional<Id<Content>> Contents::settle(Writing& writing, const KeptContent& kept) const {
  if (const auto present = writing.first<Content>(Scope::country(), Filter().equals("name", kept.name))) return present->id;
  if (writing.count<ContentPart>(Scope::country(), parts_of(kept.id)) != kept.parts) return std::nullopt;
  writing.beyond_scope().insert(Content{{kept.id}, {}, kept.name, kept.parts, kept.size_bytes});  // contents belong to no region
  return Id<Content>{kept.id};
}

void Contents::let_go(Writing& writing, Id<Content> id) { writing.beyond_scope().remove(id); }

void Contents::erase(std::int64_t id) {
  constexpr std::int64_t k_parts_a_command = 4;
  for (bool more = true; more;) {
    more = false;
    done(store_.write(k_program, [&](Writing& writing) -> Result<void> {
      if (writing.find(Scope::country(), Id<Content>{id})) return {};
      Filter some = parts_of(id);
      const std::vector<ContentPart> parts = writing.select<ContentPart>(Scope::country(), some.order_by("part").page(0, k_parts_a_command));
      for (const ContentPart& part : parts) writing.remove(part.id);
      more = !parts.empty();
      return {};
    }));
  }
}

std::int64_t Contents::sweep(Instant before) {
  std::vector<std::int64_t> forsaken;
  store_.read([&](Snapshot& snapshot) {
    for (const auto& [content, parts] : snapshot.count_by<ContentPart>(Scope::country(), Filter().less("at", before), "content")) {
      const std::int64_t id = std::get<std::int64_t>(content);
      if (!snapshot.find(Scope::country(), Id<Content>{id})) forsaken.push_back(id);
    }
  });
  for (const std::int64_t id : forsaken) erase(id);
  return static_cast<std::int64_t>(forsaken.size());
}

std::optional<Content> Contents::find(Id<Content> id) {
  return store_.read([&](Snapshot& snapshot) { return snapshot.find(Scope::country(), id); });
}

std::string Contents::part(const Content& content, std::int32_t number) {
  try {
    Filter one = parts_of(content.id.number);
    one.equals("part", Cell(std::int64_t{number}));
    auto found = store_.read([&](Snapshot& snapshot) { return snapshot.first<ContentPart>(Scope::country(), one); });
    if (!found) throw damaged(content, "part " + std::to_string(number) + " is missing");
    return std::move(found->bytes);
  } catch (const record::DamagedCell& cell) {
    throw damaged(content, cell.what());
  }
}

std::string Contents::whole(const Content& content) {
  std::string all, marks;
  all.reserve(static_cast<std::size_t>(content.size_bytes));
  for (std::int32_t number = 0; number < content.parts; ++number) {
    const std::string bytes = part(content, number);
    marks += part_mark(bytes);
    all += bytes;
  }
  if (name_of(marks) != content.name) throw damaged(content, "other bytes than its name says");
  return all;
}

}  // namespace laoyou::store
