// What a client says it would like: its language, its encodings, and which version of an answer it already holds.
#pragma once

#include <string_view>

#include "base/messages.h"

namespace laoyou::http {

/// The language asked for by an Accept-Language value; Chinese when nothing we speak is named.
Language preferred_language(std::string_view accept_language);

/// Whether an Accept-Encoding value admits gzip.
bool accepts_gzip(std::string_view accept_encoding);

/// Whether an Accept value names HTML, as a browser does when it opens a page.
bool accepts_html(std::string_view accept);

/// Whether an If-None-Match value names `etag`; tags are compared weakly (RFC 9110, 8.8.3.2).
bool names_etag(std::string_view if_none_match, std::string_view etag);

/// The value of one cookie in a Cookie header; empty when it is not there.
std::string_view cookie_value(std::string_view cookies, std::string_view name);

/// Whether a Content-Type value is of this media type, whatever its parameters and case.
bool is_media_type(std::string_view content_type, std::string_view media_type);

/// Equal texts, compared in a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace laoyou::http
