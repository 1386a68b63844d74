#include "files/spool.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <system_error>

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::files {
namespace {

constexpr std::int64_t k_cipher_block_bytes = 64;

[[noreturn]] void fail(const char* doing) {
  const int cause = errno;
  const bool full = cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
  throw store::StoreUnavailable(refuse(full ? "store.full" : "store.disk"), std::string(doing) + " an upload: " + std::generic_category().message(cause));
}

/// Some file systems know no file without a name: there it has one for a moment.
int open_nameless(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return descriptor;
  std::string name = (directory / "upload.XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

Spool::Spool(const std::filesystem::path& directory, Random& random) : descriptor_(open_nameless(directory)) {
  if (descriptor_ < 0) fail("open");
  random.fill(std::as_writable_bytes(std::span(key_)));
  random.fill(std::as_writable_bytes(std::span(nonce_)));
}

Spool::~Spool() {
  ::close(descriptor_);
  sodium_memzero(key_.data(), key_.size());
}

/// XChaCha20 at that place of the stream, which is its own inverse; offsets are whole blocks of the cipher but for the last bytes.
void Spool::cross(std::string& bytes, std::int64_t offset) const {
  static_assert(crypto_stream_xchacha20_KEYBYTES == 32 && crypto_stream_xchacha20_NONCEBYTES == 24);
  auto* raw = reinterpret_cast<unsigned char*>(bytes.data());
  const std::int64_t skip = offset % k_cipher_block_bytes;
  std::string padded(static_cast<std::size_t>(skip), '\0');
  if (skip == 0) {
    crypto_stream_xchacha20_xor_ic(raw, raw, bytes.size(), nonce_.data(), static_cast<std::uint64_t>(offset / k_cipher_block_bytes), key_.data());
    return;
  }
  padded += bytes;
  auto* from = reinterpret_cast<unsigned char*>(padded.data());
  crypto_stream_xchacha20_xor_ic(from, from, padded.size(), nonce_.data(), static_cast<std::uint64_t>(offset / k_cipher_block_bytes), key_.data());
  bytes = padded.substr(static_cast<std::size_t>(skip));
}

void Spool::append(std::string_view bytes) {
  std::string sealed(bytes);
  cross(sealed, size_bytes_);
  for (std::string_view rest = sealed; !rest.empty();) {
    const ssize_t written = ::pwrite(descriptor_, rest.data(), rest.size(), size_bytes_);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write");
    rest.remove_prefix(static_cast<std::size_t>(written));
    size_bytes_ += written;
  }
}

std::string Spool::read() const {
  std::string bytes(static_cast<std::size_t>(size_bytes_), '\0');
  for (std::int64_t at = 0; at < size_bytes_;) {
    const ssize_t got = ::pread(descriptor_, bytes.data() + at, bytes.size() - static_cast<std::size_t>(at), at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail("read");
    at += got;
  }
  cross(bytes, 0);
  return bytes;
}

}  // namespace laoyou::files
