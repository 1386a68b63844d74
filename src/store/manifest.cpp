#include "store/manifest.h"

#include <boost/json.hpp>
#include <fstream>

#include "store/digest.h"

namespace laoyou::store {
namespace {

bool read(const boost::json::object& object, std::string_view name, std::int64_t& number) {
  const boost::json::value* value = object.if_contains(name);
  if (value == nullptr || !value->is_int64()) return false;
  number = value->get_int64();
  return true;
}

bool read(const boost::json::object& object, std::string_view name, std::string& text) {
  const boost::json::value* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return false;
  text = value->get_string();
  return true;
}

}  // namespace

std::string BackupManifest::json() const {
  return boost::json::serialize(boost::json::object{{"made_at", made_at.text()},
                                                    {"size_bytes", size_bytes},
                                                    {"sha256", sha256},
                                                    {"schema_number", schema_number},
                                                    {"journal_sequence", journal_sequence},
                                                    {"seal_batch", seal.batch},
                                                    {"seal_hash", seal.hash}}) +
         "\n";
}

Result<BackupManifest> BackupManifest::parse(std::string_view json) {
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(json, error);
  BackupManifest manifest;
  std::string made_at;
  if (error || !value.is_object()) return refuse("backup.manifest_malformed");
  const boost::json::object& object = value.get_object();
  const bool whole = read(object, "made_at", made_at) && read(object, "size_bytes", manifest.size_bytes) && read(object, "sha256", manifest.sha256) &&
                     read(object, "schema_number", manifest.schema_number) && read(object, "journal_sequence", manifest.journal_sequence) &&
                     read(object, "seal_batch", manifest.seal.batch) && read(object, "seal_hash", manifest.seal.hash);
  const Result<Instant> instant = Instant::parse(made_at);
  if (!whole || !instant) return refuse("backup.manifest_malformed");
  manifest.made_at = *instant;
  return manifest;
}

std::filesystem::path manifest_path(const std::filesystem::path& backup) { return backup.string() + ".manifest.json"; }

std::string file_sha256(const std::filesystem::path& path, const Progress& progress) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw StoreUnavailable(refuse("store.disk"), "open " + path.string());
  const auto whole = static_cast<std::int64_t>(std::filesystem::file_size(path));
  Digest digest(DigestAlgorithm::sha256);
  std::string block(1 << 20, '\0');
  std::int64_t done = 0;
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    digest.bytes(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
    report(progress, done += file.gcount(), whole);
  }
  if (file.bad()) throw StoreUnavailable(refuse("store.disk"), "read " + path.string());
  return digest.finish();
}

}  // namespace laoyou::store
