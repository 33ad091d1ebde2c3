/** Bytes of a request's body. */
export interface Sent {
  readonly sent: number;
  readonly all: number;
}

export interface UploadInit {
  readonly body: FormData;
  readonly headers: Readonly<Record<string, string>>;
  readonly onSent: (sent: Sent) => void;
}

/**
 * As fetch, and tells how much of the body has left: fetch cannot. Rejects when there is no answer. `onSent` is called some twenty times a
 * second at most, and with all of it at the end.
 */
export function postWithProgress(path: string, { body, headers, onSent }: UploadInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => onSent({ sent: loaded, all: total });
    request.onload = () => {
      const { status } = request;
      resolve(new Response(status === 204 ? null : request.responseText, { status }));
    };
    request.onerror = () => reject(new TypeError('No answer.'));
    request.onabort = request.onerror;
    request.send(body);
  });
}
