// The files of jobs: the sheet that came in, what was found, the sheet that goes out. Sealed piece by piece as they are written, so that neither the
// memory nor the disk ever holds a whole one in clear.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/cipher.h"

namespace laoyou::jobs {

/// The key of one job's files, as its row keeps it (sealed there by the key of the database).
std::string new_file_key(Random& random);

/// Writes one file from its beginning to its end; gone again unless finish() was called. Throws StoreUnavailable.
class ResultWriter {
 public:
  ~ResultWriter();
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;

  void write(std::string_view bytes);
  /// When this returns, the file is on the disk under its name.
  void finish();
  const std::string& name() const { return name_; }
  std::int64_t bytes() const { return bytes_; }

 private:
  friend class ResultFiles;
  ResultWriter(std::filesystem::path path, std::string name, std::unique_ptr<store::Cipher> cipher, Random& random);
  void put_piece(std::string_view piece, bool last);

  std::filesystem::path path_, part_;
  std::string name_;
  std::unique_ptr<store::Cipher> cipher_;
  Random& random_;
  int descriptor_ = -1;
  std::string piece_;
  std::int64_t bytes_ = 0, pieces_ = 0;
  bool finished_ = false;
};

/// All of them, in one directory, each under a random name. Safe across threads.
class ResultFiles {
 public:
  /// The directory is made when it is not there. Throws StoreUnavailable when it cannot be.
  ResultFiles(std::filesystem::path directory, store::CipherSuite suite, Random& random);

  std::unique_ptr<ResultWriter> create(std::string_view file_key) const;
  /// A whole file at once; its name.
  std::string keep(std::string_view file_key, std::string_view bytes) const;
  /// Refused as "jobs.file_not_here" (never made here, or gone) or "jobs.file_damaged".
  Result<std::string> read(std::string_view file_key, const std::string& name) const;
  bool has(const std::string& name) const;
  void remove(const std::string& name) const;
  /// The names of all files, also of unfinished ones, that were last written before `milliseconds` ago.
  std::vector<std::string> older_than(std::int64_t milliseconds) const;

 private:
  std::unique_ptr<store::Cipher> cipher(std::string_view file_key) const;

  std::filesystem::path directory_;
  store::CipherSuite suite_;
  Random& random_;
};

}  // namespace laoyou::jobs
