// Made from docs/openapi.json by `npm run documents`: change the contract instead.

export interface paths {
    "/api/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, models, limits and licences */
        get: operations["about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analyse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the heads in photos, and noses in close-ups, and judge their quality
         * @description Stores nothing. A nose is looked for in photos that `views` says show one. Templates are biometric data and come only when asked for.
         */
        post: operations["analyse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/magic-link/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a mailed sign-in link leads */
        get: operations["followSignInLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/delete-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a passkey */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/generate-authenticate-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Options for navigator.credentials.get */
        get: operations["passkeySignInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/generate-register-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Options for navigator.credentials.create */
        get: operations["passkeyOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/list-user-passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Passkeys of the person */
        get: operations["listPasskeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/update-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a passkey something else */
        post: operations["renamePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/verify-authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["passkeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/verify-registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link to set a new password
         * @description The link leads to `/reset-password#{token}` of the page. The answer is the same whether or not anybody has the address.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the token of a mailed link; ends all sessions */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/send-verification-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail the link that verifies the address again */
        post: operations["sendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description After several wrong passwords, passwords for the address are refused for a while; links and passkeys go on.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link that signs in once
         * @description The answer is the same whether or not anybody has the address.
         */
        post: operations["sendSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account, with a tenant of its own
         * @description The first account of an installation runs it, counts as verified and is signed in at once. Everybody else gets a mail with a link that verifies the address and signs in. The answer is the same when the address has an account: its owner is told by mail.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/update-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the name or the language of mails */
        post: operations["updateMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a mailed verification link leads */
        get: operations["followVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Breeds by a part of their name
         * @description In English or Chinese, in any case, with or without accents, words in any order.
         */
        get: operations["searchBreeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything one has, as a zip
         * @description `account.json` about the person (profile, sessions, organisations, keys, preferences, audit entries), unless it is asked for in the name of an organisation. Of each pet `pets/ID/pet.json` (profile, carers, whole history, facts and templates of photos) and its photos as they were stored; `pets.json`, the list, comes last: a zip without it is not whole.
         */
        get: operations["exportEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/found-pets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Is this found animal somebody's registered pet?
         * @description For anybody, ten times an hour. Photos are not kept. The answer never says which pet it is, whose, or how alike; only pets whose owners allow it are found.
         */
        post: operations["searchFoundPet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/found-pets/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the owner of a found animal one message
         * @description It is handed on by mail. Neither side learns an address but what the finder writes.
         */
        post: operations["leaveFoundMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the service ready? */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which pet is this?
         * @description Stores nothing. A pet is given at most once among the heads of one photo.
         */
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest imports; kept for 30 days after their end */
        get: operations["listImports"];
        put?: never;
        /**
         * Many pets at once, from a file
         * @description Takes the file in and answers; a job then does row after row, each as `POST /api/pets` would. A row that fails stops no other. Fields of a row: name, species, photos, reference, birthDate, birthEstimated, breed, sex, neutered, colours, pattern, marks, medicalNotes, contactNotes, microchips, sameAnimal, allowDuplicate. The webhook event `import.finished` tells of the end.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["showImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin no further row; what was made stays */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each row so far */
        get: operations["listImportResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, all of it */
        get: operations["downloadImportResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an own application */
        get: operations["showOwnApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/applications/{applicationId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page on which to pay the premium
         * @description While it can still be paid, asking again gives the same payment: nobody pays twice.
         */
        post: operations["payForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an insurer sells on a day */
        get: operations["listOfferedProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/products/{productId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a policy for an own pet
         * @description The rules of the product are checked first, then whether the photos would tell the animal at a claim, then whether another animal of the insurer may be the same one. The insurer gets a record of its own of the animal, with these photos. Accepted, there is a policy that waits for its premium; referred, a person of the insurer looks at it.
         */
        post: operations["applyForPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/products/{productId}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What cover costs, line by line, or every reason why there is none
         * @description For anybody, 120 times an hour. Nothing is kept. The version counts that is sold on the day of the start.
         */
        post: operations["quoteProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insurers/{insurerId}/products/{productId}/settlement-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be paid of claims, line by line, each cent that is not paid with its rule
         * @description For anybody, 120 times an hour. Nothing is kept, and nothing is promised: a person decides on what is not covered.
         */
        post: operations["previewSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with tenants and roles */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to the person's verified address */
        get: operations["myInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/invitations/{invitationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become a member */
        post: operations["acceptMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which mails the person wants */
        get: operations["mailPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mails/{mailKind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Want a kind of mails, or not */
        put: operations["setMailPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/push-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send push messages to this browser; it is the person's from now on, and no one else's */
        put: operations["subscribePush"];
        post?: never;
        /** No more push messages to this browser */
        delete: operations["unsubscribePush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere but here; takes effect at once */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out elsewhere; takes effect at once */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description of the API, as OpenAPI 3.1 */
        get: operations["openApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an organisation, of which one is the owner */
        post: operations["addOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{tenantId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet */
        get: operations["listMemberInvitations"];
        put?: never;
        /** Invite somebody by mail; an earlier invitation of the address is replaced */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{tenantId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["withdrawMemberInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{tenantId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members by name */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{tenantId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the role of a member; only owners make and unmake owners */
        put: operations["setRole"];
        post?: never;
        /** Remove a member, or leave */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{provider}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment provider's word that something happened to a payment
         * @description For providers alone: the signature is the permission. It is a hint, after which the provider is asked how the payment stands; the same word again, or late, changes nothing.
         */
        post: operations["hearPaymentCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pet-invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a carer, or the owner
         * @description With a new owner the history stays; contact notes, carers and open invitations of the old one go.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pet-invitations/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an invitation */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pet-invitations/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation offers
         * @description A POST, so that the secret stands in no address and no log.
         */
        post: operations["showInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enrolled pets by name, a page at a time */
        get: operations["listPets"];
        put?: never;
        /**
         * Enrol a pet from its photos
         * @description Looks for pets that may be the same animal first, and stores nothing when it finds one. Photos that are of no use (unreadable, no head, sent twice) are left out and named in `skipped`; the pet is stored wholly or not at all. A photo that cannot be had from its address stops the enrolment: the host may only be away.
         */
        post: operations["enrolPet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pet with its photos */
        get: operations["showPet"];
        put?: never;
        post?: never;
        /** Erase a pet, and those merged into it: profile, photos, templates, history */
        delete: operations["forgetPet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a pet away, or bring it back
         * @description Archived pets are kept with their photos; searches leave them out.
         */
        put: operations["archivePet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/carers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who cares for a pet */
        get: operations["listCarers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/carers/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End somebody's caring, or the own */
        delete: operations["removeCarer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What coat or nose in a photo and a pet have in common: both crops, the marks that agree, in words
         * @description Send the photo that was verified, or that was identified as this pet. It is compared again and not kept. Of several photos the best is taken. A key needs `pets:read`, too, since a stored photo is shown.
         */
        post: operations["showEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/evidence.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same as a picture: lines between the marks that agree
         * @description Send the photo that was verified, or that was identified as this pet. It is compared again and not kept. Of several photos the best is taken. A key needs `pets:read`, too, since a stored photo is shown.
         */
        post: operations["drawEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/findable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether a finder may be led to the owner
         * @description Pets of personal accounts are found unless their owner says otherwise, those of organisations only when they say so.
         */
        put: operations["setFindable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a pet, newest first */
        get: operations["petHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations of a pet that are open */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a carer, or offer the pet to a new owner
         * @description Answers a secret that is good once, for 7 days, and mails it where an address is given. A new offer of a transfer takes the one before back.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges of a pet that can be undone */
        get: operations["listMerges"];
        put?: never;
        /**
         * Two entries are one animal: hand the photos and carers of the other over to this pet
         * @description Nothing is deleted, and it can be undone.
         */
        post: operations["mergePets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge
         * @description Photos, carers and profile go back; what was added to the kept pet since stays with it.
         */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add photos to a pet */
        post: operations["addPhotos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stored photo, at most 1280 pixels a side, without metadata */
        get: operations["petPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/photos/{photoId}/crop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head in a stored photo, 320 pixels a side, without metadata */
        get: operations["petPhotoCrop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head in the best photo of a pet */
        get: operations["petPortrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a pet */
        get: operations["petProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a pet */
        patch: operations["editPet"];
        trace?: never;
    };
    "/api/pets/{petId}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The link that shows a pet to whoever has it */
        get: operations["showShare"];
        /**
         * Make the link, or change what it shows
         * @description Contacts, medical notes and whole photos are never shown. A link is good until it is ended, or the pet gets a new owner.
         */
        put: operations["sharePet"];
        post?: never;
        /**
         * End the link
         * @description The next one is another.
         */
        delete: operations["endShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pets/{petId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do these photos show this pet?
         * @description The face decides. Where the marks of the coat speak against a face that matches, the answer is review, because of marks-doubt; they turn nothing into a match. So do the marks of the nose, where a photo that `views` says shows it from near is sent with one of the face, and another is stored. Keeps no photo that is sent.
         */
        post: operations["verifyPet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key with which a browser subscribes to push messages */
        get: operations["pushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ready-insurance-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms that an insurer can begin with */
        get: operations["listReadyProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared-pets/{shareToken}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link shows */
        get: operations["sharedPet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared-pets/{shareToken}/photos/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head in a photo that a link shows, 320 pixels a side, without metadata */
        get: operations["sharedPetPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of a tenant, of an organisation or of a person */
        get: operations["listApiKeys"];
        put?: never;
        /** Make a key; its secret is shown this once */
        post: operations["addApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key; takes effect at once */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to which record */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All entries that pass the filter, newest first, as a file */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it would mean to erase everything of a tenant */
        get: operations["planErasure"];
        put?: never;
        /**
         * Erase everything of a tenant: of a person the account, of an organisation the organisation
         * @description For an owner who signed in within the last ten minutes. Nobody gets in from then on; pets, photos and everything else are erased at once by a job that survives interruptions, and a mail says when it is done. It cannot be undone.
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything of one tenant, as a zip
         * @description As `exportEverything` in the name of that tenant, for a link, which sends no header.
         */
        get: operations["exportTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications of a state, oldest first */
        get: operations["listApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application with every reason why it was referred */
        get: operations["showApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-applications/{applicationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or decline an application that was referred, with the reason */
        post: operations["decideApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products with draft and versions */
        get: operations["listInsuranceProducts"];
        put?: never;
        /** Begin a product as a draft, from a ready one or from own terms */
        post: operations["addInsuranceProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with draft and versions */
        get: operations["getInsuranceProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-products/{productId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the draft, or begin that of the next version */
        put: operations["saveProductDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-products/{productId}/draft/settlement-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be paid of claims by the draft, before it is published
         * @description As `POST /api/insurers/{insurerId}/products/{productId}/settlement-previews`, whatever is sold on the day of the start.
         */
        post: operations["previewDraftSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/insurance-products/{productId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the draft a version that is sold from a day on, for good */
        post: operations["publishProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhook-deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery once more; one that is waiting is left to its time */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that are told of events */
        get: operations["listWebhooks"];
        put?: never;
        /** Tell an address of events; its secret is shown this once */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook with its deliveries */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Change the address or the events, switch on or off */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent in the last 30 days, and what came of it */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret, shown this once; the one before signs along for a day */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send `webhook.test`, whatever events it wants */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        About: {
            /** @enum {string} */
            name: "Snout";
            version: string;
            models: {
                detector: string;
                embedder: string;
                quality: string;
                /** @description Finds the marks of face and coat. */
                marks: string;
                /** @description Version of the photo pipeline; every template carries it. */
                pipeline: string;
            };
            limits: {
                photosPerRequest: number;
                requestBytes: number;
            };
            licence: {
                /** @description SPDX expression. */
                code: string;
                /** @description SPDX expression. */
                weights: string;
                attribution: string;
            };
        };
        Problem: {
            type: string;
            /** @enum {string} */
            code: "invalid-request" | "cross-site-request" | "not-found" | "sign-in-required" | "sign-in-failed" | "sign-in-again" | "account-request-refused" | "too-many-attempts" | "too-many-requests" | "address-unverified" | "role-lacking" | "scope-lacking" | "tenant-not-found" | "session-not-found" | "member-not-found" | "api-key-not-found" | "already-member" | "last-owner" | "fresh-sign-in-required" | "confirmation-differs" | "pets-shared" | "organisation-needs-owner" | "operator-stays" | "webhook-not-found" | "webhook-url-refused" | "webhook-too-many" | "delivery-not-found" | "not-an-insurer" | "insurer-not-found" | "callback-not-genuine" | "product-not-found" | "product-without-draft" | "product-dates-overlap" | "application-not-found" | "application-decided" | "product-faulty" | "pet-not-found" | "photo-not-found" | "photo-file-missing" | "owner-only" | "invitation-not-found" | "merge-not-found" | "pet-changed" | "invitation-over" | "own-invitation" | "merge-impossible" | "merge-stays" | "share-not-found" | "found-ticket-over" | "found-messages-too-many" | "possible-duplicate" | "import-not-found" | "import-unreadable" | "templates-outdated" | "no-marks" | "idempotency-key-reused" | "photos-unusable" | "request-too-large" | "unsupported-media-type" | "host-not-allowed" | "busy" | "unavailable" | "storage-full" | "internal-error";
            title: string;
            status: number;
            detail?: string;
            requestId?: string;
            /** @description With `too-many-attempts`; also in the header `Retry-After`. */
            retryAfterSeconds?: number;
            /** @description With `invalid-request`, `import-unreadable` and `product-faulty`. */
            errors?: components["schemas"]["FieldFault"][];
            /** @description With `photos-unusable`. */
            photos?: components["schemas"]["PhotoProblem"][];
            /** @description With `possible-duplicate`: pets that the caller may see. */
            pets?: components["schemas"]["Duplicate"][];
            /** @description With `possible-duplicate`: pets of other accounts. */
            elsewhere?: components["schemas"]["DuplicateElsewhere"][];
        };
        FieldFault: {
            /** @description Its path, with dots. */
            field: string;
            /**
             * @description `invalid`: only the message says more.
             * @enum {string}
             */
            code: "missing" | "wrong-type" | "too-short" | "too-long" | "too-few" | "too-many" | "too-small" | "too-large" | "not-one-of" | "not-an-email" | "not-an-address" | "wrong-format" | "control-characters" | "unknown-field" | "invalid" | "breed-unknown" | "birth-not-a-date" | "birth-in-the-future" | "birth-too-long-ago" | "chip-empty" | "chip-characters" | "chip-length" | "chip-no-issuer" | "chip-test-number" | "chip-too-large" | "list-not-utf8" | "list-empty" | "list-too-large" | "list-too-long" | "csv-broken" | "column-unknown" | "column-missing" | "column-twice" | "zip-broken" | "zip-grows" | "zip-without-list" | "zip-with-lists" | "zips-twice";
            /** @description With `too-…`: the most, or the least. */
            limit?: number;
            /** @description What is wrong and what to do, in English. */
            message: string;
        };
        /** @description Why one photo was not used. */
        PhotoProblem: {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "unreadable";
            reason: components["schemas"]["PhotoRejection"];
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "not-fetched";
            fault: components["schemas"]["PhotoFetchFault"];
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "no-head";
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "no-nose";
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "several-heads";
            boxes: components["schemas"]["Box"][];
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "species-mismatch";
            found: components["schemas"]["Species"];
            expected: components["schemas"]["Species"];
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "other-animal";
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "same-file";
            of: string;
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "file-of-another-pet";
            petId: string;
            petName: string;
        } | {
            /** @description Name of the file as sent, or its address. */
            photo: string;
            /** @description What happened and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "photo-used-before";
        };
        /** @enum {string} */
        PhotoRejection: "empty-file" | "not-an-image" | "unsupported-format" | "truncated" | "too-many-pixels" | "too-small" | "extreme-aspect" | "file-too-large";
        /**
         * @description Why a photo could not be had from its address.
         * @enum {string}
         */
        PhotoFetchFault: "refused" | "unreachable" | "timeout" | "too-large" | "answered-otherwise" | "not-a-photo";
        /** @description [x0, y0, x1, y1] in pixels of the upright photo; origin at the top left corner. */
        Box: [
            number,
            number,
            number,
            number
        ];
        /** @enum {string} */
        Species: "dog" | "cat";
        Duplicate: {
            /** @enum {string} */
            why: "same-file" | "same-photo";
            pet: components["schemas"]["PetSummary"];
            photo: string;
        } | {
            /** @enum {string} */
            why: "looks-alike";
            pet: components["schemas"]["PetSummary"];
            candidate: components["schemas"]["Candidate"];
        } | {
            /** @enum {string} */
            why: "same-microchip";
            pet: components["schemas"]["PetSummary"];
        };
        PetSummary: {
            id: string;
            name: string;
            species: components["schemas"]["Species"];
            /** @description ISO 8601, UTC. */
            enrolledAt: string;
            /** @description JPEG of the head in the best photo, 320 pixels a side. */
            portraitUrl: string;
        };
        Candidate: {
            pet: components["schemas"]["PetSummary"];
            /** @description The photo of this pet that looks most alike. */
            photoUrl: string;
            /** @description The head in that photo. */
            cropUrl: string;
            likelihood: components["schemas"]["Likelihood"];
            /** @description Two different animals look at least this alike in about (at most, at least) one of so many comparisons. */
            falseMatch: {
                oneIn: number;
                /** @enum {string} */
                bound: "measured" | "at-most" | "at-least";
            };
        };
        /**
         * @description Calibrated probability of being the same animal, as a word.
         * @enum {string}
         */
        Likelihood: "virtually-certain" | "very-likely" | "likely" | "about-as-likely-as-not" | "unlikely" | "very-unlikely";
        /** @description A pet of another account. Nothing else is told of it. */
        DuplicateElsewhere: {
            /** @enum {string} */
            why: "same-file" | "same-photo";
            photo: string;
        } | {
            /** @enum {string} */
            why: "looks-alike" | "same-microchip";
        };
        /** @description One entry per photo, in the order sent. */
        Analysis: {
            photos: (components["schemas"]["AnalysedPhoto"] | components["schemas"]["ProblemPhoto"])[];
        };
        AnalysedPhoto: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "analysed";
            /** @description Name of the file as sent. */
            photo: string;
            /** @description Pixels, upright. */
            width: number;
            /** @description Pixels, upright. */
            height: number;
            /** @description Time of exposure from EXIF, ISO 8601 without zone. */
            takenAt: string | null;
            /** @description By score, best first; empty: none found. */
            heads: components["schemas"]["AnalysedHead"][];
            /** @description Null: no nose was found, or the photo was not said to show one from near. */
            nose: {
                /** @description Smallest upright box around the leather. */
                leather: [
                    number,
                    number,
                    number,
                    number
                ];
                /** @description The one further left in the photo first. */
                nostrils: [
                    components["schemas"]["Point"],
                    components["schemas"]["Point"]
                ];
                /** @description Of the line through both nostrils, degrees, clockwise. */
                tilt: number;
                quality: {
                    /** @description 0 (useless) to 100. */
                    score: number;
                    /** @description What to do for a better close-up, worst defect first. */
                    reasons: components["schemas"]["NoseReason"][];
                };
            } | null;
        };
        AnalysedHead: {
            box: components["schemas"]["Box"];
            species: components["schemas"]["Species"];
            /** @description Score of the detector, 0 to 1. Says nothing about identity. */
            score: number;
            landmarks: components["schemas"]["Landmarks"];
            quality: components["schemas"]["Quality"];
            /** @description Only when asked for with `templates=true`. */
            template?: {
                vector: number[];
                model: string;
                pipeline: string;
            };
        };
        /** @description "Left" is further left in the photo. Null: not visible. */
        Landmarks: {
            leftEye: components["schemas"]["Point"];
            rightEye: components["schemas"]["Point"];
            nose: components["schemas"]["Point"];
        };
        /** @description [x, y] in pixels of the upright photo; origin at the top left corner. */
        Point: [
            number,
            number
        ] | null;
        Quality: {
            /** @description 0 (useless for recognition) to 100. */
            score: number;
            /** @description What to do for a better photo, worst defect first. */
            reasons: components["schemas"]["QualityReason"][];
            /** @description Id of the model that judged. */
            model: string;
        };
        /** @enum {string} */
        QualityReason: "move-closer" | "hold-still" | "more-light" | "less-light" | "look-at-camera" | "uncover-face" | "avoid-glare";
        /** @enum {string} */
        NoseReason: "move-closer" | "hold-still" | "more-light" | "avoid-shine" | "square-on" | "uncover-nose";
        ProblemPhoto: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "problem";
            photo: string;
            problem: components["schemas"]["PhotoProblem"];
        };
        PasskeyList: {
            id: string;
            /** @description As the person calls it. */
            name?: string | null;
            /** @description `singleDevice`: stays on one device. `multiDevice`: is copied to others. */
            deviceType: string;
            /** @description ISO 8601, UTC. */
            createdAt?: string | null;
        }[];
        /** @enum {string} */
        Locale: "en" | "zh-CN";
        BreedList: {
            /** @description Best first. */
            breeds: components["schemas"]["Breed"][];
        };
        /** @description Its name in English and Chinese. */
        Breed: {
            id: string;
            species: components["schemas"]["Species"];
            en: string;
            zh: string;
        };
        /** @description Never which pet, whose, or how alike. */
        FoundPetAnswer: {
            /**
             * @description likely: a registered pet, as far as Snout can tell; possible: a registered pet looks alike; none: none whose owner wants to be found.
             * @enum {string}
             */
            kind: "likely" | "possible" | "none";
            /** @description Good for one message to the owner. */
            ticket: string | null;
            expiresAt: string | null;
        };
        FoundPetMessage: {
            ticket: string;
            /** @description Where the animal is, and how it is. Links are taken out. */
            message: string;
            /**
             * @description How the finder wants to be reached; handed on as it is.
             * @default null
             */
            contact: string | null;
            /**
             * @description Leave it empty: only programs that fill in every field do not.
             * @default
             */
            website: string;
        };
        /** @description The service answers and its database does too. */
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description One entry per photo, in the order sent. */
        Identification: {
            photos: (components["schemas"]["IdentifiedPhoto"] | components["schemas"]["ProblemPhoto"])[];
            /** @description One verdict from all photos, when two or more have one head each and seem to show one animal. */
            together: {
                /**
                 * @description match: this pet; review: a person must look; unknown: none of the enrolled pets.
                 * @enum {string}
                 */
                kind: "match" | "review" | "unknown";
                /** @description The verdict in English sentences, most important first. */
                words: string[];
                /** @description Why it is no match; empty for a match. */
                why: components["schemas"]["VerdictReason"][];
                /** @description The nearest pets, best first. */
                candidates: components["schemas"]["Candidate"][];
                /** @description Pets of the species that were compared with. */
                compared: number;
                /** @description Another pet so alike that the animal may be that one: compare the photos. */
                lookAlike: {
                    pet: components["schemas"]["PetSummary"];
                    /** @description The photo of this pet that looks most alike. */
                    photoUrl: string;
                    /** @description The head in that photo. */
                    cropUrl: string;
                    likelihood: components["schemas"]["Likelihood"];
                    /** @description Two different animals look at least this alike in about (at most, at least) one of so many comparisons. */
                    falseMatch: {
                        oneIn: number;
                        /** @enum {string} */
                        bound: "measured" | "at-most" | "at-least";
                    };
                } | null;
            } | null;
        };
        IdentifiedPhoto: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "identified";
            /** @description Name of the file as sent. */
            photo: string;
            width: number;
            height: number;
            heads: components["schemas"]["IdentifiedHead"][];
        };
        IdentifiedHead: {
            box: components["schemas"]["Box"];
            species: components["schemas"]["Species"];
            /** @description Score of the detector, 0 to 1. Says nothing about identity. */
            score: number;
            landmarks: components["schemas"]["Landmarks"];
            quality: components["schemas"]["Quality"];
            verdict: components["schemas"]["Verdict"];
        };
        Verdict: {
            /**
             * @description match: this pet; review: a person must look; unknown: none of the enrolled pets.
             * @enum {string}
             */
            kind: "match" | "review" | "unknown";
            /** @description The verdict in English sentences, most important first. */
            words: string[];
            /** @description Why it is no match; empty for a match. */
            why: components["schemas"]["VerdictReason"][];
            /** @description The nearest pets, best first. */
            candidates: components["schemas"]["Candidate"][];
            /** @description Pets of the species that were compared with. */
            compared: number;
            /** @description Another pet so alike that the animal may be that one: compare the photos. */
            lookAlike: {
                pet: components["schemas"]["PetSummary"];
                /** @description The photo of this pet that looks most alike. */
                photoUrl: string;
                /** @description The head in that photo. */
                cropUrl: string;
                likelihood: components["schemas"]["Likelihood"];
                /** @description Two different animals look at least this alike in about (at most, at least) one of so many comparisons. */
                falseMatch: {
                    oneIn: number;
                    /** @enum {string} */
                    bound: "measured" | "at-most" | "at-least";
                };
            } | null;
        };
        /** @enum {string} */
        VerdictReason: "between-thresholds" | "beyond-measurement" | "look-alike" | "poor-photo" | "marks-doubt" | "empty-gallery" | "below-threshold";
        PhotosByUrl: {
            /**
             * @description Addresses of the photo files: https, on the public internet, without signing in. At most three redirects are followed, and each file has at most 50 MB.
             * @example [
             *       "https://photos.example.org/rex.jpg"
             *     ]
             */
            photoUrls: string[];
        };
        ImportList: {
            /** @description Newest first. */
            imports: components["schemas"]["Import"][];
        };
        Import: {
            id: string;
            fileName: string;
            dryRun: boolean;
            /** @enum {string} */
            state: "waiting" | "running" | "finished" | "cancelled";
            /** @description Of the file. */
            rows: number;
            /** @description Rows that have a result. */
            done: number;
            /** @description In a dry run: could be. */
            created: number;
            duplicates: number;
            errors: number;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            finishedAt: string | null;
        };
        ImportResults: {
            /** @description By row. */
            results: components["schemas"]["ImportResult"][];
            /** @description Give this as `after` for the next page; null: no more so far. */
            next: number | null;
        };
        ImportResult: {
            /** @description From 1, without the line of names. */
            row: number;
            reference: string;
            name: string;
            outcome: components["schemas"]["ImportOutcome"];
            /** @description The pet that was made, or the own pet that is there already. */
            petId: string | null;
            /** @description What happened and what to do, in English. */
            detail: string;
            /** @description The same for programs. */
            reasons: components["schemas"]["ImportReason"][];
        };
        /** @enum {string} */
        ImportOutcome: "created" | "duplicate" | "error";
        /** @description Why a row ended as it did; for a pet that was made, photos that were left out. `given-up`: a fault of the service. */
        ImportReason: {
            /** @description Its path, with dots. */
            field: string;
            /**
             * @description `invalid`: only the message says more.
             * @enum {string}
             */
            code: "missing" | "wrong-type" | "too-short" | "too-long" | "too-few" | "too-many" | "too-small" | "too-large" | "not-one-of" | "not-an-email" | "not-an-address" | "wrong-format" | "control-characters" | "unknown-field" | "invalid" | "breed-unknown" | "birth-not-a-date" | "birth-in-the-future" | "birth-too-long-ago" | "chip-empty" | "chip-characters" | "chip-length" | "chip-no-issuer" | "chip-test-number" | "chip-too-large" | "list-not-utf8" | "list-empty" | "list-too-large" | "list-too-long" | "csv-broken" | "column-unknown" | "column-missing" | "column-twice" | "zip-broken" | "zip-grows" | "zip-without-list" | "zip-with-lists" | "zips-twice";
            /** @description With `too-…`: the most, or the least. */
            limit?: number;
            /** @description What is wrong and what to do, in English. */
            message: string;
            /** @enum {string} */
            kind: "field";
        } | {
            /** @description In English. */
            message: string;
            /** @enum {string} */
            kind: "photo";
            problem: components["schemas"]["PhotoProblem"];
        } | {
            /** @description In English. */
            message: string;
            /** @enum {string} */
            kind: "photo-file";
            photo: string;
            /** @enum {string} */
            fault: "no-such-file" | "no-zip" | "has-password" | "too-large" | "damaged";
        } | {
            /** @description In English. */
            message: string;
            /** @enum {string} */
            kind: "duplicate";
            /** @enum {string} */
            why: "same-file" | "same-photo" | "looks-alike" | "same-microchip";
            /** @description Null: of another account. */
            pet: {
                id: string;
                name: string;
            } | null;
        } | {
            /** @description In English. */
            message: string;
            /** @enum {string} */
            kind: "same-in-file";
            /** @enum {string} */
            why: "same-file" | "same-microchip";
            /** @description The earlier row of the file. */
            row: number;
        } | {
            /** @description In English. */
            message: string;
            /** @enum {string} */
            kind: "photos-too-large" | "given-up" | "other";
        };
        /** @description An application as the applicant sees it. */
        OwnPolicyApplication: {
            id: string;
            /**
             * @description referred: a person of the insurer looks at it.
             * @enum {string}
             */
            state: "referred" | "accepted" | "declined";
            product: {
                productId: string;
                version: number;
            };
            tier: string;
            /** @description A calendar day where the product is sold: 2026-03-10. */
            startsOn: string;
            /** @description As it was shown. */
            accepted: {
                /** @enum {string} */
                language: "en" | "zh";
                /** @description ISO 8601, UTC. */
                at: string;
                disclosures: {
                    id: string;
                    /** @enum {string} */
                    topic: "exclusions" | "waiting-periods" | "limits" | "deductible" | "claim-formula" | "free-look" | "other";
                    text: components["schemas"]["LocalText"];
                }[];
            };
            /** @description Of a person; null: none has decided, or none had to. */
            decision: {
                /** @description ISO 8601, UTC. */
                at: string;
                explanation: string;
            } | null;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            petId: string;
            /** @description Why a person looks at it. None of them refuses it. */
            reasons: ("looks-like-known" | "same-file" | "same-photo" | "same-microchip" | "photo-used-elsewhere" | "photo-of-screen" | "age-unproven")[];
            policy: components["schemas"]["Policy"];
        };
        /** @description In English and Chinese. */
        LocalText: {
            en: string;
            zh: string;
        };
        Policy: {
            id: string;
            /** @description As people read it, with a check character: 7K3F-9Q2M-XW4T. */
            number: string;
            /** @enum {string} */
            status: "awaiting-payment" | "active" | "cancelled" | "lapsed" | "expired" | "died";
            /** @enum {string} */
            currency: "CNY" | "USD" | "GBP" | "EUR" | "HKD";
            /** @description Oldest first. */
            terms: components["schemas"]["PolicyTerm"][];
        } | null;
        PolicyTerm: {
            number: number;
            /** @description A calendar day where the product is sold: 2026-03-10. */
            startsOn: string;
            /** @description The last day of cover. */
            endsOn: string;
            tier: string;
            premium: components["schemas"]["Premium"];
            isPaid: boolean;
            /** @description The last day on which the premium can be paid. */
            payableUntil: string;
            /** @description The last day on which everything is paid back unless a claim was made. */
            freeLookUntil: string;
        };
        /** @description For one year. The total is the sum of the lines; each is rounded for itself, half a unit up. */
        Premium: {
            lines: {
                /** @enum {string} */
                kind: "base" | "factor" | "tax";
                id: string;
                name: components["schemas"]["LocalText"];
                choice: {
                    id: string;
                    name: components["schemas"]["LocalText"];
                } | null;
                /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
                share: number | null;
                /** @description Minor units; negative for what is taken off. */
                amount: number;
            }[];
            /** @description Whole minor units of the currency: cents, pence, fen. */
            net: number;
            /** @description Whole minor units of the currency: cents, pence, fen. */
            tax: number;
            /** @description Whole minor units of the currency: cents, pence, fen. */
            total: number;
        };
        PremiumPayment: {
            /** @enum {string} */
            kind: "pay";
            /** @description Where it is paid; it leads back to the application. */
            payUrl: string;
        } | {
            /** @enum {string} */
            kind: "nothing-to-pay";
        } | {
            /** @enum {string} */
            kind: "too-late";
            payableUntil: string;
        };
        OfferedProducts: {
            insurer: {
                id: string;
                name: string;
            };
            products: {
                productId: string;
                /** @description 1, 2, 3 ... */
                version: number;
                /** @description Sold from this day on, until that of the next version. */
                effectiveFrom: string;
                terms: components["schemas"]["ProductTerms"];
            }[];
        };
        ProductTerms: {
            name: components["schemas"]["LocalText"];
            /**
             * @description Whose rules the terms are held to; US: NAIC model act 633.
             * @enum {string}
             */
            jurisdiction: "CN" | "US" | "GB";
            /**
             * @description IANA: whose calendar days count.
             * @example Europe/London
             */
            timeZone: string;
            /** @enum {string} */
            currency: "CNY" | "USD" | "GBP" | "EUR" | "HKD";
            species: components["schemas"]["Species"][];
            /** @description Completed months on the day of the start: from, and before. */
            entryAge: {
                fromMonths: number;
                /** @description Null: without end. */
                beforeMonths: number | null;
            };
            /** @description Animals of this age are not renewed; null: they always are. */
            renewalBeforeMonths: number | null;
            tiers: components["schemas"]["InsuranceTier"][];
            /** @description A row for each tier and species; its bands follow one another without gaps. */
            premiums: {
                tier: string;
                species: components["schemas"]["Species"];
                bands: {
                    fromMonths: number;
                    /** @description Null: without end. */
                    beforeMonths: number | null;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    annual: number;
                }[];
            }[];
            /** @description Work one after the other; where nothing is said, the first choice holds. */
            factors: {
                id: string;
                name: components["schemas"]["LocalText"];
                choices: {
                    id: string;
                    name: components["schemas"]["LocalText"];
                    /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
                    share: number;
                }[];
            }[];
            taxes: {
                id: string;
                name: components["schemas"]["LocalText"];
                /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
                share: number;
            }[];
            waitingPeriods: {
                cause: components["schemas"]["InsuranceCause"];
                days: number;
                waivableByExam: boolean;
            }[];
            freeLookDays: number;
            exclusions: {
                id: string;
                /** @enum {string} */
                kind: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other";
                text: components["schemas"]["LocalText"];
            }[];
            disclosures: {
                id: string;
                /** @enum {string} */
                topic: "exclusions" | "waiting-periods" | "limits" | "deductible" | "claim-formula" | "free-look" | "other";
                text: components["schemas"]["LocalText"];
            }[];
            claimDocuments: {
                cause: components["schemas"]["InsuranceCause"];
                documents: ("medical-record" | "diagnosis" | "itemised-invoice" | "medicine-list" | "accident-report" | "payment-proof")[];
            }[];
            identity: {
                modalities: ("face" | "coat" | "nose")[];
                /** @description False match rate of a comparison at enrolment. */
                enrolmentFmr: number;
                /** @description The same at a claim. */
                claimFmr: number;
            };
        };
        InsuranceTier: {
            id: string;
            name: components["schemas"]["LocalText"];
            /** @description Whole minor units of the currency: cents, pence, fen. */
            annualLimit: number;
            /** @description Whole minor units of the currency: cents, pence, fen. */
            perVisitLimit: number | null;
            /** @description Whole minor units of the currency: cents, pence, fen. */
            perConditionLimit: number | null;
            deductible: {
                /** @description Whole minor units of the currency: cents, pence, fen. */
                amount: number;
                /** @enum {string} */
                per: "year" | "condition" | "visit";
            };
            reimbursement: {
                /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
                inNetwork: number;
                /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
                outOfNetwork: number;
            };
        };
        /**
         * @description `orthopaedic`: not caused by an accident.
         * @enum {string}
         */
        InsuranceCause: "accident" | "illness" | "orthopaedic";
        /** @description Nothing was stored: add better photos, or meet the rules, and ask again. */
        PolicyNotApplied: {
            /** @enum {string} */
            kind: "better-photos";
            wishes: ({
                /** @enum {string} */
                kind: "good-face-photos";
                have: number;
                want: number;
            } | {
                /** @enum {string} */
                kind: "nose-close-up";
            })[];
        } | {
            /** @enum {string} */
            kind: "refused";
            /** @description All of them. */
            reasons: components["schemas"]["PolicyApplicationRefusal"][];
        };
        /** @description A rule of the product that is not met. Likeness is never among them. */
        PolicyApplicationRefusal: {
            /** @enum {string} */
            kind: "not-in-force" | "birth-date-missing" | "another-product" | "applicant-gone";
        } | {
            /** @enum {string} */
            kind: "application-open";
            application: string;
        } | {
            /** @enum {string} */
            kind: "already-insured";
            number: string;
            until: string | null;
        } | {
            /** @enum {string} */
            kind: "not-quoted";
            reason: components["schemas"]["NoQuoteReason"];
        } | {
            /** @enum {string} */
            kind: "disclosures-not-accepted";
            disclosures: string[];
        };
        /** @description `not-in-force`: the insurer sells no such product on the day of the start. */
        NoQuoteReason: {
            /** @enum {string} */
            kind: "not-in-force" | "species-not-covered" | "tier-unknown" | "start-in-past" | "too-old";
        } | {
            /** @enum {string} */
            kind: "too-young";
            /** @description The first day on which it is old enough. */
            canStartOn: string;
        } | {
            /** @enum {string} */
            kind: "start-too-late";
            latest: string;
        } | {
            /** @enum {string} */
            kind: "choice-unknown";
            factor: string;
        } | {
            /** @enum {string} */
            kind: "birth-date";
            /** @enum {string} */
            fault: "not-a-date" | "in-the-future" | "too-long-ago";
        };
        PolicyApplicationRequest: {
            /** @description The applicant's own pet, with a birth date and photos. */
            petId: string;
            tier: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            startsOn: string;
            /** @default [] */
            choices: {
                factor: string;
                choice: string;
            }[];
            /** @description Ids of the disclosures that were shown and accepted: all of those of the quote. */
            accepted: string[];
            /**
             * @description In which they were read.
             * @enum {string}
             */
            language: "en" | "zh";
        };
        Quote: {
            /** @enum {string} */
            kind: "quoted";
            product: {
                productId: string;
                version: number;
                name: components["schemas"]["LocalText"];
            };
            /** @enum {string} */
            currency: "CNY" | "USD" | "GBP" | "EUR" | "HKD";
            tier: components["schemas"]["InsuranceTier"];
            premium: components["schemas"]["Premium"];
            /** @description Completed months at the start, by the birth date. */
            age: {
                youngest: number;
                oldest: number;
            };
            /** @description The date is estimated, or another day of those that it allows would cost otherwise or could not be insured. */
            birthDateMatters: boolean;
            startsOn: string;
            /** @description The last day of cover. */
            endsOn: string;
            waiting: {
                cause: components["schemas"]["InsuranceCause"];
                days: number;
                waivableByExam: boolean;
                coveredFrom: string;
            }[];
            /** @description The last day on which everything is paid back unless a claim was made. */
            freeLookUntil: string;
            exclusions: {
                id: string;
                /** @enum {string} */
                kind: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other";
                text: components["schemas"]["LocalText"];
            }[];
            disclosures: {
                id: string;
                /** @enum {string} */
                topic: "exclusions" | "waiting-periods" | "limits" | "deductible" | "claim-formula" | "free-look" | "other";
                text: components["schemas"]["LocalText"];
            }[];
        } | {
            /** @enum {string} */
            kind: "none";
            /** @description All of them. */
            reasons: components["schemas"]["NoQuoteReason"][];
        };
        SettlementPreview: {
            /** @enum {string} */
            kind: "settled";
            product: {
                productId: string;
                version: number;
                name: components["schemas"]["LocalText"];
            };
            /** @enum {string} */
            currency: "CNY" | "USD" | "GBP" | "EUR" | "HKD";
            startsOn: string;
            /** @description The last day of cover. */
            endsOn: string;
            exclusions: {
                id: string;
                /** @enum {string} */
                kind: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other";
                text: components["schemas"]["LocalText"];
            }[];
            /** @description One for each claim. */
            settlements: components["schemas"]["Settlement"][];
        } | {
            /** @enum {string} */
            kind: "none";
            reasons: {
                /** @enum {string} */
                kind: "not-in-force" | "tier-unknown";
            }[];
        };
        /** @description A proposal. A line is its amount less its steps; the claim is the sum of its lines, exactly. */
        Settlement: {
            conditionId: string;
            /** @description By day, then by id: so do deductible and limits go over them. */
            visits: {
                id: string;
                day: string;
                lines: {
                    /** @description Once in a claim. */
                    id: string;
                    text: string;
                    /** @description Whole minor units, after discounts. */
                    amount: number;
                    /** @enum {string} */
                    category: "consultation" | "diagnostics" | "surgery" | "hospital" | "medicine" | "dental" | "preventive" | "food" | "other";
                    /**
                     * @description As what the line was marked as excluded; null: it was not.
                     * @enum {string|null}
                     */
                    excludedAs: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other" | null;
                    steps: components["schemas"]["SettlementStep"][];
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    paid: number;
                }[];
                /** @description Whole minor units of the currency: cents, pence, fen. */
                paid: number;
                /** @description Whole minor units of the currency: cents, pence, fen. */
                deductible: number;
            }[];
            /** @description Whole minor units of the currency: cents, pence, fen. */
            claimed: number;
            /** @description By rule, over all lines. */
            taken: {
                /** @enum {string} */
                kind: "outside-term" | "waiting-period" | "exclusion" | "deductible" | "co-insurance" | "visit-limit" | "condition-limit" | "annual-limit";
                /** @description Whole minor units of the currency: cents, pence, fen. */
                takes: number;
            }[];
            /** @description Whole minor units of the currency: cents, pence, fen. */
            paid: number;
            /** @description Why a person decides. Empty: only arithmetic of the terms took anything. */
            needsPerson: components["schemas"]["PersonReason"][];
            /** @description Made in the free look: the premium is not paid back any more. */
            endsFreeLook: boolean;
            usageAfter: {
                year: {
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    paid: number;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    deductible: number;
                };
                conditions: {
                    id: string;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    paid: number;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    deductible: number;
                }[];
                visits: {
                    id: string;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    paid: number;
                    /** @description Whole minor units of the currency: cents, pence, fen. */
                    deductible: number;
                }[];
            };
        };
        /** @description A rule, and what it takes. 0: it holds, but a rule before it took the line. */
        SettlementStep: {
            /** @enum {string} */
            kind: "outside-term";
            /** @enum {string} */
            why: "event-before-cover" | "event-after-end" | "visit-before-start" | "visit-after-end";
            /** @description What it takes off the line. */
            takes: number;
        } | {
            /** @enum {string} */
            kind: "waiting-period";
            cause: components["schemas"]["InsuranceCause"];
            coveredFrom: string;
            /** @description What it takes off the line. */
            takes: number;
        } | {
            /** @enum {string} */
            kind: "exclusion";
            /** @enum {string} */
            excludedAs: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other";
            /** @description Ids of texts of the terms. */
            exclusions: string[];
            /** @description What it takes off the line. */
            takes: number;
        } | {
            /** @enum {string} */
            kind: "deductible";
            /** @enum {string} */
            per: "year" | "condition" | "visit";
            /** @description What it takes off the line. */
            takes: number;
        } | {
            /** @enum {string} */
            kind: "co-insurance";
            /** @description Ten-thousandths: 10000 is all of it, 1200 are 12 %. */
            reimbursed: number;
            /** @description What it takes off the line. */
            takes: number;
        } | {
            /** @enum {string} */
            kind: "visit-limit" | "condition-limit" | "annual-limit";
            /** @description Whole minor units of the currency: cents, pence, fen. */
            limit: number;
            /** @description What it takes off the line. */
            takes: number;
        };
        PersonReason: {
            /** @enum {string} */
            kind: "outside-term" | "waiting-period" | "exclusion" | "mark-without-exclusion";
            lines: string[];
        } | {
            /** @enum {string} */
            kind: "event-in-earlier-term";
        } | {
            /** @enum {string} */
            kind: "visit-before-event" | "after-claim";
            visits: string[];
        };
        Me: {
            id: string;
            name: string;
            email: string;
            /** @description Photos are stored for verified addresses only. */
            emailVerified: boolean;
            /** @description Runs this installation. */
            isOperator: boolean;
            /** @description The person's own tenant first. */
            memberships: components["schemas"]["Membership"][];
        };
        Membership: {
            tenant: {
                id: string;
                /** @enum {string} */
                kind: "personal" | "insurer" | "shelter" | "clinic" | "research";
                name: string;
            };
            role: components["schemas"]["Role"];
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "staff" | "reviewer" | "viewer";
        MemberInvitationList: {
            invitations: components["schemas"]["MemberInvitation"][];
        };
        MemberInvitation: {
            id: string;
            organisation: {
                id: string;
                name: string;
            };
            email: string;
            role: components["schemas"]["Role"];
            /** @description Name. */
            inviter: string;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description ISO 8601, UTC. */
            expiresAt: string;
        };
        /** @description Mails that are not listed answer something that somebody just did, and always come. */
        MailPreferences: {
            mails: {
                kind: components["schemas"]["OptionalMailKind"];
                isWanted: boolean;
            }[];
        };
        /** @enum {string} */
        OptionalMailKind: "photo-reminder" | "webhook-disabled";
        SessionList: {
            sessions: {
                id: string;
                /** @description The one that asks. */
                isThis: boolean;
                userAgent: string | null;
                ipAddress: string | null;
                /** @description ISO 8601, UTC. */
                createdAt: string;
                /** @description ISO 8601, UTC. */
                expiresAt: string;
            }[];
        };
        Organisation: {
            id: string;
            kind: components["schemas"]["OrganisationKind"];
            name: string;
        };
        /** @enum {string} */
        OrganisationKind: "insurer" | "shelter" | "clinic" | "research";
        MemberList: {
            members: {
                userId: string;
                name: string;
                email: string;
                role: components["schemas"]["Role"];
                /** @description ISO 8601, UTC. */
                since: string;
            }[];
        };
        PetProfile: {
            id: string;
            /** @description Send it along with a change, and a change made from an older state is refused. */
            version: number;
            /** @enum {string} */
            role: "owner" | "carer";
            species: components["schemas"]["Species"];
            name: string;
            /** @description Id in the list of `GET /api/breeds`; "mixed" and "unknown" are in it. */
            breed: string;
            /** @enum {string} */
            sex: "female" | "male" | "unknown";
            /** @enum {string} */
            neutered: "yes" | "no" | "unknown";
            birth: components["schemas"]["BirthDate"];
            colours: components["schemas"]["Colour"][];
            pattern: components["schemas"]["Pattern"];
            /** @description What tells it from others. */
            marks: string;
            /** @description Seen by owner and carers alone. */
            medicalNotes: string;
            /** @description Seen by owner and carers alone; emptied when the pet gets a new owner. */
            contactNotes: string;
            microchips: components["schemas"]["Microchip"][];
            archivedAt: string | null;
            /** @description The pet that holds its photos since they were merged. */
            mergedInto: string | null;
            /** @description Days from which a new photo is wanted: 2027-02-28. Young animals every 90 days, others yearly; the nose again once the pet is six months old, if it was photographed before. */
            nextPhotos: {
                face: string | null;
                nose: string | null;
            };
            /** @description Whether a finder's photo may lead to a message to the owner. */
            findable: boolean;
            /** @description Photos that look like photos of a screen: a hint for a person, sometimes wrong. */
            photosOfScreens: number;
        };
        BirthDate: {
            /**
             * @description 2024-05-17, 2024-05 or 2024.
             * @example 2024-05
             */
            date: string;
            estimated: boolean;
        } | null;
        /** @enum {string} */
        Colour: "black" | "white" | "grey" | "blue" | "silver" | "brown" | "chocolate" | "red" | "orange" | "golden" | "cream" | "fawn" | "tan" | "lilac";
        /** @enum {string|null} */
        Pattern: "solid" | "bicolour" | "tricolour" | "tabby" | "tortoiseshell" | "calico" | "colourpoint" | "brindle" | "merle" | "spotted" | "ticked" | "sable" | "saddle" | "hairless" | null;
        Microchip: {
            number: string;
            /** @description With the country or the maker, for a person to read. */
            words: string;
        };
        InvitationToken: {
            token: string;
        };
        /** @description What is offered; never by whom. */
        InvitationOffer: {
            /** @enum {string} */
            kind: "carer" | "transfer";
            pet: {
                id: string;
                name: string;
                species: components["schemas"]["Species"];
            };
            expiresAt: string;
        };
        PetList: {
            /** @description By name. */
            pets: components["schemas"]["PetListItem"][];
            /** @description Give this as `after` for the next page; null: no more. */
            next: string | null;
        };
        PetListItem: {
            id: string;
            name: string;
            species: components["schemas"]["Species"];
            /** @description ISO 8601, UTC. */
            enrolledAt: string;
            /** @description JPEG of the head in the best photo, 320 pixels a side. */
            portraitUrl: string;
            photoCount: number;
            /** @enum {string} */
            role: "owner" | "carer";
        };
        Enrolment: {
            pet: components["schemas"]["Pet"];
            skipped: components["schemas"]["PhotoProblem"][];
        };
        Pet: {
            id: string;
            name: string;
            species: components["schemas"]["Species"];
            /** @description ISO 8601, UTC. */
            enrolledAt: string;
            /** @description JPEG of the head in the best photo, 320 pixels a side. */
            portraitUrl: string;
            /** @description Best quality first. */
            photos: components["schemas"]["PetPhoto"][];
            /** @description Close-ups of the nose, best quality first. */
            noses: components["schemas"]["NoseCloseUp"][];
        };
        PetPhoto: {
            id: string;
            /** @description JPEG without metadata, at most 1280 pixels a side. */
            url: string;
            /** @description JPEG of the head, 320 pixels a side. */
            cropUrl: string;
            /** @description Pixels, upright. */
            width: number;
            /** @description Pixels, upright. */
            height: number;
            takenAt: string | null;
            box: components["schemas"]["Box"];
            landmarks: components["schemas"]["Landmarks"];
            quality: components["schemas"]["Quality"];
            /** @description What made it searchable. Those of another model or pipeline than `about` names are not searched. */
            madeBy: {
                model: string;
                pipeline: string;
            };
        };
        /** @description A close-up of the nose: compared when the pet is verified, never searched. */
        NoseCloseUp: {
            id: string;
            /** @description JPEG without metadata, at most 1280 pixels a side. */
            url: string;
            /** @description JPEG of the nose, 320 pixels a side. */
            cropUrl: string;
            /** @description Pixels, upright. */
            width: number;
            /** @description Pixels, upright. */
            height: number;
            takenAt: string | null;
            nose: components["schemas"]["Nose"];
            /** @description Id of the model that found the nose. */
            foundBy: string;
        };
        Nose: {
            /** @description Smallest upright box around the leather. */
            leather: [
                number,
                number,
                number,
                number
            ];
            /** @description The one further left in the photo first. */
            nostrils: [
                components["schemas"]["Point"],
                components["schemas"]["Point"]
            ];
            /** @description Of the line through both nostrils, degrees, clockwise. */
            tilt: number;
            quality: {
                /** @description 0 (useless) to 100. */
                score: number;
                /** @description What to do for a better close-up, worst defect first. */
                reasons: components["schemas"]["NoseReason"][];
            };
        };
        EnrolmentByUrl: {
            /**
             * @description As a person calls it; need not be unique.
             * @example Rex
             */
            name: string;
            /**
             * @description Left out: what the photos show.
             * @enum {string}
             */
            species?: "dog" | "cat";
            profile?: components["schemas"]["NewProfile"];
            /**
             * @description Addresses of the photo files: https, on the public internet, without signing in. At most three redirects are followed, and each file has at most 50 MB.
             * @example [
             *       "https://photos.example.org/rex.jpg"
             *     ]
             */
            photoUrls: string[];
            /** @description One entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null. */
            boxes?: ([
                number,
                number,
                number,
                number
            ] | null)[];
            /** @description One entry per photo, in order: what it shows, as in the form. */
            views?: ("face" | "nose" | "body")[];
            /**
             * @description A person says that all photos show one animal, however different they look.
             * @default false
             */
            sameAnimal: boolean;
            /**
             * @description A person has looked at the pets found and says that this is another animal.
             * @default false
             */
            allowDuplicate: boolean;
        };
        NewProfile: {
            /** @description Id in the list of `GET /api/breeds`; "mixed" and "unknown" are in it. */
            breed?: string;
            /** @enum {string} */
            sex?: "female" | "male" | "unknown";
            /** @enum {string} */
            neutered?: "yes" | "no" | "unknown";
            birth?: components["schemas"]["BirthDate"];
            colours?: components["schemas"]["Colour"][];
            pattern?: components["schemas"]["Pattern"];
            /** @description What tells it from others. */
            marks?: string;
            /** @description Seen by owner and carers alone. */
            medicalNotes?: string;
            /** @description Seen by owner and carers alone; emptied when the pet gets a new owner. */
            contactNotes?: string;
            /** @description As typed: up to two. */
            microchips?: string[];
        };
        Archived: {
            archived: boolean;
        };
        /** @description The owner first. */
        CarerList: {
            carers: {
                tenantId: string;
                /** @description Empty: not known. */
                name: string;
                /** @enum {string} */
                role: "owner" | "carer";
                since: string;
                /** @description One of the own accounts. */
                isMine: boolean;
            }[];
        };
        /** @description What a photo and a pet have in common, to be looked at by a person. */
        Evidence: {
            pet: components["schemas"]["PetSummary"];
            /** @description Null: the noses were asked for. */
            coat: {
                /**
                 * @description Whether it is the same animal: what the marks say for it, against it, or hardly anything.
                 * @enum {string}
                 */
                says: "supports" | "doubts" | "silent";
                /** @description Silent because a photo shows too few marks: the face stands alone. */
                fewMarks: boolean;
                /** @description The same in English sentences, with what the figures were measured on. */
                words: string[];
                /** @description Marks that lie as on one animal ... */
                agreeing: number;
                /** @description ... of so many that could. */
                of: number;
                likelihood: components["schemas"]["Likelihood"];
                /** @description Two different animals agree at least this well in about (at most, at least) one of so many comparisons. */
                falseMatch: {
                    oneIn: number;
                    /** @enum {string} */
                    bound: "measured" | "at-most" | "at-least";
                };
                /** @description What falseMatch was measured on: so many animals, and comparisons of two different ones. */
                measuredOn: {
                    animals: number;
                    comparisons: number;
                };
                /** @description Stored photos that were looked at; the figures are of the best one and allow for that. */
                compared: number;
                /** @description The file sent that was looked at. */
                photo: string;
                /** @description The stored photo in which most agrees. */
                photoUrl: string;
                /** @description The head in that photo. */
                cropUrl: string;
            } | null;
            /** @description Null: the coats were asked for. */
            nose: {
                /**
                 * @description Whether it is the same animal: what the marks say for it, against it, or hardly anything.
                 * @enum {string}
                 */
                says: "supports" | "doubts" | "silent";
                /** @description Silent because a photo shows too few marks: the face stands alone. */
                fewMarks: boolean;
                /** @description The same in English sentences, with what the figures were measured on. */
                words: string[];
                /** @description Marks that lie as on one animal ... */
                agreeing: number;
                /** @description ... of so many that could. */
                of: number;
                likelihood: components["schemas"]["Likelihood"];
                /** @description Two different animals agree at least this well in about (at most, at least) one of so many comparisons. */
                falseMatch: {
                    oneIn: number;
                    /** @enum {string} */
                    bound: "measured" | "at-most" | "at-least";
                };
                /** @description What falseMatch was measured on: so many animals, and comparisons of two different ones. */
                measuredOn: {
                    animals: number;
                    comparisons: number;
                };
                /** @description Stored photos that were looked at; the figures are of the best one and allow for that. */
                compared: number;
                /** @description The file sent that was looked at. */
                photo: string;
                /** @description The stored photo in which most agrees. */
                photoUrl: string;
                /** @description The figures are of drawn noses: how real ones differ has not been measured here. */
                drawnOnly: boolean;
                /** @description The nose in that photo. */
                cropUrl: string;
            } | null;
            /** @description The photo sent, and the stored one in which most agrees. */
            sides: components["schemas"]["EvidenceSide"][];
            /** @description A line a pair of marks that agree: x, y in the first crop, x, y in the second, as shares of its side. */
            lines: [
                number,
                number,
                number,
                number
            ][];
        };
        EvidenceSide: {
            /** @description The crop that was looked at: a JPEG without metadata, as `data:image/jpeg;base64,...`. */
            picture: string;
            /** @description Marks found in it. */
            marks: number;
            /** @description Share of the marks that agree in each of 8 x 8 squares, row by row; null where there are none. */
            heat: (number | null)[][];
            /** @description Which of 6 x 6 regions moved the likeness of the faces, row by row: above 0 it makes them more alike, below 0 less; 1 or -1 is the one that counts most. Null unless asked for with `faces`. */
            face: number[][] | null;
        };
        Findable: {
            findable: boolean;
        };
        PetHistory: {
            /** @description Newest first. */
            entries: {
                /** @description ISO 8601, UTC. */
                at: string;
                kind: string;
                /** @description Null: somebody of another account, such as an earlier owner. */
                by: string | null;
                /** @description Null too for an API key, and for somebody who is gone. */
                byName: string | null;
                changes: {
                    field: string;
                    /** @description Absent for private fields. */
                    from?: unknown;
                    to?: unknown;
                }[];
            }[];
            /** @description Give this as `after` for the next page; null: no more. */
            next: string | null;
        };
        InvitationList: {
            invitations: components["schemas"]["Invitation"][];
        };
        Invitation: {
            id: string;
            /** @enum {string} */
            kind: "carer" | "transfer";
            expiresAt: string;
        };
        MadeInvitation: {
            id: string;
            /** @enum {string} */
            kind: "carer" | "transfer";
            expiresAt: string;
            /** @description The secret to hand over. It is told here only. */
            token: string;
        };
        NewInvitation: {
            /** @enum {string} */
            kind: "carer" | "transfer";
            /**
             * Format: email
             * @description Who gets the secret by mail. The address is not kept.
             */
            email?: string;
        };
        /** @description Newest first. */
        PetMergeList: {
            merges: components["schemas"]["PetMerge"][];
        };
        PetMerge: {
            id: string;
            merged: string;
            mergedName: string;
            photos: number;
            mergedAt: string;
        };
        MadeMerge: {
            merge: components["schemas"]["PetMerge"];
        };
        NewMerge: {
            /** @description The pet whose photos are handed over. */
            petId: string;
        };
        MorePhotosByUrl: {
            /**
             * @description Addresses of the photo files: https, on the public internet, without signing in. At most three redirects are followed, and each file has at most 50 MB.
             * @example [
             *       "https://photos.example.org/rex.jpg"
             *     ]
             */
            photoUrls: string[];
            /** @description One entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null. */
            boxes?: ([
                number,
                number,
                number,
                number
            ] | null)[];
            /** @description One entry per photo, in order: what it shows, as in the form. */
            views?: ("face" | "nose" | "body")[];
            /**
             * @description A person says that all photos show one animal, however different they look.
             * @default false
             */
            sameAnimal: boolean;
        };
        /** @description What is left out stays. */
        ProfilePatch: {
            name?: string;
            /** @description Id in the list of `GET /api/breeds`; "mixed" and "unknown" are in it. */
            breed?: string;
            /** @enum {string} */
            sex?: "female" | "male" | "unknown";
            /** @enum {string} */
            neutered?: "yes" | "no" | "unknown";
            birth?: components["schemas"]["BirthDate"];
            colours?: components["schemas"]["Colour"][];
            pattern?: components["schemas"]["Pattern"];
            /** @description What tells it from others. */
            marks?: string;
            /** @description Seen by owner and carers alone. */
            medicalNotes?: string;
            /** @description Seen by owner and carers alone; emptied when the pet gets a new owner. */
            contactNotes?: string;
            /** @description As typed: up to two. */
            microchips?: string[];
            version?: number;
        };
        PetShare: {
            /** @description Null: the pet is not shared. */
            share: {
                /** @description The page that whoever has the link sees. */
                url: string;
                fields: components["schemas"]["SharedField"][];
                createdAt: string;
            } | null;
        };
        /** @enum {string} */
        SharedField: "name" | "breed" | "sex" | "birth" | "coat" | "marks" | "microchips" | "photos";
        NewPetShare: {
            /** @description What is shown. */
            fields: components["schemas"]["SharedField"][];
        };
        Verification: {
            pet: components["schemas"]["PetSummary"];
            /** @description match: this pet; unknown: another animal. */
            verdict: {
                /**
                 * @description match: this pet; review: a person must look; unknown: none of the enrolled pets.
                 * @enum {string}
                 */
                kind: "match" | "review" | "unknown";
                /** @description The verdict in English sentences, most important first. */
                words: string[];
                /** @description Why it is no match; empty for a match. */
                why: components["schemas"]["VerdictReason"][];
                /** @description The nearest pets, best first. */
                candidates: components["schemas"]["Candidate"][];
                /** @description Pets of the species that were compared with. */
                compared: number;
                /** @description Another pet so alike that the animal may be that one: compare the photos. */
                lookAlike: {
                    pet: components["schemas"]["PetSummary"];
                    /** @description The photo of this pet that looks most alike. */
                    photoUrl: string;
                    /** @description The head in that photo. */
                    cropUrl: string;
                    likelihood: components["schemas"]["Likelihood"];
                    /** @description Two different animals look at least this alike in about (at most, at least) one of so many comparisons. */
                    falseMatch: {
                        oneIn: number;
                        /** @enum {string} */
                        bound: "measured" | "at-most" | "at-least";
                    };
                } | null;
            };
            /** @description Null: no marks could be compared, the face stands alone. */
            coat: {
                /**
                 * @description Whether it is the same animal: what the marks say for it, against it, or hardly anything.
                 * @enum {string}
                 */
                says: "supports" | "doubts" | "silent";
                /** @description Silent because a photo shows too few marks: the face stands alone. */
                fewMarks: boolean;
                /** @description The same in English sentences, with what the figures were measured on. */
                words: string[];
                /** @description Marks that lie as on one animal ... */
                agreeing: number;
                /** @description ... of so many that could. */
                of: number;
                likelihood: components["schemas"]["Likelihood"];
                /** @description Two different animals agree at least this well in about (at most, at least) one of so many comparisons. */
                falseMatch: {
                    oneIn: number;
                    /** @enum {string} */
                    bound: "measured" | "at-most" | "at-least";
                };
                /** @description What falseMatch was measured on: so many animals, and comparisons of two different ones. */
                measuredOn: {
                    animals: number;
                    comparisons: number;
                };
                /** @description Stored photos that were looked at; the figures are of the best one and allow for that. */
                compared: number;
                /** @description The file sent that was looked at. */
                photo: string;
                /** @description The stored photo in which most agrees. */
                photoUrl: string;
                /** @description The head in that photo. */
                cropUrl: string;
            } | null;
            /** @description Null: no close-up of the nose was sent, or none is stored; send `views` to say which photos are such. */
            nose: {
                /**
                 * @description Whether it is the same animal: what the marks say for it, against it, or hardly anything.
                 * @enum {string}
                 */
                says: "supports" | "doubts" | "silent";
                /** @description Silent because a photo shows too few marks: the face stands alone. */
                fewMarks: boolean;
                /** @description The same in English sentences, with what the figures were measured on. */
                words: string[];
                /** @description Marks that lie as on one animal ... */
                agreeing: number;
                /** @description ... of so many that could. */
                of: number;
                likelihood: components["schemas"]["Likelihood"];
                /** @description Two different animals agree at least this well in about (at most, at least) one of so many comparisons. */
                falseMatch: {
                    oneIn: number;
                    /** @enum {string} */
                    bound: "measured" | "at-most" | "at-least";
                };
                /** @description What falseMatch was measured on: so many animals, and comparisons of two different ones. */
                measuredOn: {
                    animals: number;
                    comparisons: number;
                };
                /** @description Stored photos that were looked at; the figures are of the best one and allow for that. */
                compared: number;
                /** @description The file sent that was looked at. */
                photo: string;
                /** @description The stored photo in which most agrees. */
                photoUrl: string;
                /** @description The figures are of drawn noses: how real ones differ has not been measured here. */
                drawnOnly: boolean;
                /** @description The nose in that photo. */
                cropUrl: string;
            } | null;
            /** @description The head taken from each photo used. */
            heads: {
                photo: string;
                head: components["schemas"]["Head"];
            }[];
            skipped: components["schemas"]["PhotoProblem"][];
        };
        Head: {
            box: components["schemas"]["Box"];
            species: components["schemas"]["Species"];
            /** @description Score of the detector, 0 to 1. Says nothing about identity. */
            score: number;
            landmarks: components["schemas"]["Landmarks"];
            quality: components["schemas"]["Quality"];
        };
        PushKey: {
            /** @description `applicationServerKey` of the Push API: P-256, uncompressed, base64url. */
            publicKey: string;
        };
        ReadyProductList: {
            products: {
                /** @enum {string} */
                id: "cn-yearly" | "us-yearly" | "gb-yearly";
                terms: components["schemas"]["ProductTerms"];
            }[];
        };
        /** @description What the owner chose to show. Null or empty: not shown, or not known. */
        SharedPet: {
            species: components["schemas"]["Species"];
            name: string | null;
            breed: {
                en: string;
                zh: string;
            } | null;
            /** @enum {string} */
            sex: "female" | "male" | "unknown";
            /** @enum {string} */
            neutered: "yes" | "no" | "unknown";
            /** @description To the month at most. */
            birth: {
                /**
                 * @description 2024-05-17, 2024-05 or 2024.
                 * @example 2024-05
                 */
                date: string;
                estimated: boolean;
            } | null;
            colours: components["schemas"]["Colour"][];
            pattern: components["schemas"]["Pattern"];
            marks: string;
            /** @description The last four digits of each number. */
            microchips: string[];
            /** @description JPEGs of the head, 320 pixels a side, without metadata. */
            photoUrls: string[];
        };
        ApiKeyList: {
            keys: components["schemas"]["ApiKey"][];
        };
        ApiKey: {
            id: string;
            name: string;
            /** @description First characters, to tell keys apart. */
            prefix: string;
            scopes: components["schemas"]["ApiScope"][];
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description ISO 8601, UTC. */
            expiresAt: string | null;
            /** @description ISO 8601, UTC; to the hour. */
            lastUsedAt: string | null;
        };
        /** @enum {string} */
        ApiScope: "pets:read" | "pets:write" | "recognition" | "webhooks" | "audit:read" | "insurance";
        MadeApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description For `Authorization: Bearer …`. Shown this once. */
            secret: string;
        };
        AuditList: {
            /** @description Newest first. */
            entries: components["schemas"]["AuditEntry"][];
            /** @description What the pets in these entries are called now: those that whoever asks may see. The log itself keeps no names. */
            pets: {
                id: string;
                name: string;
            }[];
            /** @description Give this as `after` for the next page; null: no more. */
            next: number | null;
        };
        AuditEntry: {
            /** @description Grows with every entry. */
            position: number;
            /** @description ISO 8601, UTC. */
            at: string;
            /** @description `service`: Snout itself. `public`: somebody without an account. */
            actor: {
                /** @enum {string} */
                kind: "person" | "api-key" | "service" | "public";
                id: string | null;
            };
            action: string;
            record: {
                kind: string;
                id: string;
            };
            requestId: string | null;
            /** @description Fields that changed, without secrets and contacts. */
            before: {
                [key: string]: string | number | boolean | null;
            } | null;
            after: {
                [key: string]: string | number | boolean | null;
            } | null;
        };
        ErasurePlan: {
            /**
             * @description `person`: the account too. `local`: what the command line enrolled; the tenant itself stays.
             * @enum {string}
             */
            kind: "person" | "organisation" | "local";
            /** @description What has to be sent as `confirmation`. */
            confirmWith: string;
            pets: number;
            /** @description Of these, pets that others care for. */
            sharedPets: number;
            /** @description Organisations without another owner: they need one first, or are to be erased first. */
            orphanedOrganisations: {
                id: string;
                name: string;
            }[];
            /** @description This account runs the installation, and there are others. */
            operatorStays: boolean;
            /** @description Signed in within the last ten minutes, as erasing asks for. */
            isFresh: boolean;
            /** @description Backups are kept no longer. */
            backupDays: number;
        };
        Erasure: {
            id: string;
            /** @description ISO 8601, UTC. */
            requestedAt: string;
            /** @description The day on which the last backup that may hold it is deleted. */
            backupsUntil: string;
        };
        PolicyApplicationList: {
            applications: components["schemas"]["PolicyApplication"][];
            /** @description Hand it in as `after`. */
            next: string | null;
        };
        /** @description An application as the insurer sees it. */
        PolicyApplication: {
            id: string;
            /**
             * @description referred: a person of the insurer looks at it.
             * @enum {string}
             */
            state: "referred" | "accepted" | "declined";
            product: {
                productId: string;
                version: number;
            };
            tier: string;
            /** @description A calendar day where the product is sold: 2026-03-10. */
            startsOn: string;
            /** @description As it was shown. */
            accepted: {
                /** @enum {string} */
                language: "en" | "zh";
                /** @description ISO 8601, UTC. */
                at: string;
                disclosures: {
                    id: string;
                    /** @enum {string} */
                    topic: "exclusions" | "waiting-periods" | "limits" | "deductible" | "claim-formula" | "free-look" | "other";
                    text: components["schemas"]["LocalText"];
                }[];
            };
            /** @description Of a person; null: none has decided, or none had to. */
            decision: {
                /** @description ISO 8601, UTC. */
                at: string;
                explanation: string;
            } | null;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description Null: the person was erased since. */
            applicantId: string | null;
            /** @description The insurer's record of the animal, a pet of the organisation; null: erased. */
            animalId: string | null;
            /** @description Why a person looks at it. */
            reasons: ({
                /** @enum {string} */
                kind: "looks-like-known";
                animal: string;
                /** @description Two different animals look this alike in about one of so many comparisons. */
                falseMatchIn: number;
            } | {
                /** @enum {string} */
                kind: "same-file" | "same-photo";
                photo: string;
                animal: string;
            } | {
                /** @enum {string} */
                kind: "same-microchip";
                animal: string;
            } | {
                /** @enum {string} */
                kind: "photo-used-elsewhere";
                photo: string;
            } | {
                /** @enum {string} */
                kind: "photo-of-screen";
                photos: string[];
            } | {
                /** @enum {string} */
                kind: "age-unproven";
            })[];
            policyId: string | null;
        };
        /** @description `refused`: by the rules of the product it can be insured no more. It stays as it was. */
        DecidedPolicyApplication: {
            /** @enum {string} */
            kind: "decided";
            application: components["schemas"]["PolicyApplication"];
        } | {
            /** @enum {string} */
            kind: "refused";
            reasons: components["schemas"]["PolicyApplicationRefusal"][];
        };
        InsuranceProductList: {
            /** @description Oldest first. */
            products: components["schemas"]["InsuranceProduct"][];
        };
        InsuranceProduct: {
            id: string;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            draft: {
                terms: components["schemas"]["ProductTerms"];
                /** @description ISO 8601, UTC. */
                savedAt: string;
                /** @description With these it cannot be published. */
                faults: {
                    field: string;
                    /** @enum {string} */
                    code: "amount" | "share" | "missing" | "repeated" | "unknown" | "order" | "gap" | "overlap" | "days" | "jurisdiction" | "fmr" | "time-zone";
                    message: string;
                }[];
            } | null;
            /** @description Newest first; never changed again. */
            versions: {
                /** @description 1, 2, 3 ... */
                version: number;
                /** @description Sold from this day on, until that of the next version. */
                effectiveFrom: string;
                terms: components["schemas"]["ProductTerms"];
                /** @description ISO 8601, UTC. */
                publishedAt: string;
            }[];
        };
        DraftSettlementPreview: {
            /** @enum {string} */
            kind: "settled";
            /** @enum {string} */
            currency: "CNY" | "USD" | "GBP" | "EUR" | "HKD";
            startsOn: string;
            /** @description The last day of cover. */
            endsOn: string;
            exclusions: {
                id: string;
                /** @enum {string} */
                kind: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other";
                text: components["schemas"]["LocalText"];
            }[];
            /** @description One for each claim. */
            settlements: components["schemas"]["Settlement"][];
        } | {
            /** @enum {string} */
            kind: "none";
            reasons: {
                /** @enum {string} */
                kind: "tier-unknown";
            }[];
        };
        WebhookDelivery: {
            /** @description Also the id of the message, the same in every attempt and replay. */
            id: string;
            webhookId: string;
            event: components["schemas"]["WebhookEvent"];
            /** @description As it is signed and sent. */
            body: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description Oldest first. */
            attempts: {
                /** @description ISO 8601, UTC. */
                at: string;
                /** @description The receiver's answer; null: there was none, and `problem` says why. */
                status: number | null;
                problem: string | null;
                milliseconds: number;
            }[];
        };
        /** @enum {string} */
        WebhookEvent: "pet.enrolled" | "pet.updated" | "pet.photos-added" | "pet.transferred" | "pet.archived" | "pet.erased" | "pet.merged" | "import.finished" | "webhook.test";
        WebhookList: {
            webhooks: components["schemas"]["Webhook"][];
        };
        Webhook: {
            id: string;
            url: string;
            /** @description Empty: all events. */
            events: components["schemas"]["WebhookEvent"][];
            description: string;
            isOn: boolean;
            /**
             * @description `gone`: it answered 410. `failing`: no delivery came through for days. `person`: somebody switched it off.
             * @enum {string|null}
             */
            disabled: "gone" | "failing" | "person" | null;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description ISO 8601, UTC. */
            lastDeliveredAt: string | null;
        };
        WebhookWithSecret: {
            webhook: components["schemas"]["Webhook"];
            /** @description Signs the messages, as in Standard Webhooks. Shown this once. */
            secret: string;
        };
        WebhookDeliveryList: {
            /** @description Newest first. */
            deliveries: components["schemas"]["WebhookDelivery"][];
            /** @description Give this as `after` for the next page; null: no more. */
            next: string | null;
        };
        TestedWebhook: {
            deliveryId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description About this service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["About"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyse: {
        parameters: {
            query?: {
                templates?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                };
            };
        };
        responses: {
            /** @description One entry per photo; an unreadable photo is an entry that says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                    /** @default true */
                    revokeOtherSessions?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followSignInLink: {
        parameters: {
            query: {
                token: string;
                callbackURL?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in or verified; goes on to `callbackURL`, with `?error=` when the link is not good any more. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        [key: string]: unknown;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        [key: string]: unknown;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @default / */
                    callbackURL?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @default true */
                    rememberMe?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @default / */
                    callbackURL?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    password: string;
                    /**
                     * @description Of mails.
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "zh-CN";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    locale?: components["schemas"]["Locale"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followVerification: {
        parameters: {
            query: {
                token: string;
                callbackURL?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in or verified; goes on to `callbackURL`, with `?error=` when the link is not good any more. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `account-request-refused`: The account cannot be changed like that. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-failed`: That did not sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `sign-in-again`: Sign in once more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchBreeds: {
        parameters: {
            query: {
                species: components["schemas"]["Species"];
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Breeds that fit, best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreedList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEverything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip, sent while it is made: its length is not known before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchFoundPet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photos that show the found animal alone. They are not kept. */
                    photos: Blob[];
                };
            };
        };
        responses: {
            /** @description Whether there likely is such a pet, and a ticket for a message to its owner. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPetAnswer"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveFoundMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundPetMessage"];
            };
        };
        responses: {
            /** @description Taken for delivery. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `found-ticket-over`: This ticket is good no longer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `found-messages-too-many`: Too many messages about this animal. `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                };
                "application/json": components["schemas"]["PhotosByUrl"];
            };
        };
        responses: {
            /** @description A verdict for every head of every photo. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identification"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A .csv, .ndjson or .jsonl file (UTF-8, at most 10000 rows, each an ImportRow), or a zip with one such file and the photos that its rows name.
                     */
                    file: Blob;
                    /**
                     * Format: binary
                     * @description Beside a file that is no zip: a zip with the photos that its rows name.
                     */
                    photos?: Blob;
                    /**
                     * @description Everything is looked at as if it were imported, and nothing is kept. Rows of the file are compared with the pets that are registered; with each other by photo files and microchips alone, so that rows whose animals merely look alike are found when they are imported.
                     * @default false
                     * @enum {string}
                     */
                    dryRun?: "true" | "false";
                };
            };
        };
        responses: {
            /** @description Taken in. */
            202: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-unreadable`: This file cannot be imported. `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-not-found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-not-found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportResults: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: number;
                outcome?: components["schemas"]["ImportOutcome"];
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of results. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResults"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-not-found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-not-found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOwnApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                insurerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPolicyApplication"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application-not-found`: There is no such application. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                insurerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to pay, or why not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremiumPayment"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application-not-found`: There is no such application. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfferedProducts: {
        parameters: {
            query: {
                /** @description Without it: today, by UTC. */
                on: string;
            };
            header?: never;
            path: {
                insurerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedProducts"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insurer-not-found`: There is no such insurer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyForPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                insurerId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyApplicationRequest"];
            };
        };
        responses: {
            /** @description Nothing was stored, and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyNotApplied"];
                };
            };
            /** @description Accepted, or referred to a person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPolicyApplication"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insurer-not-found`: There is no such insurer. `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quoteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                insurerId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    species: components["schemas"]["Species"];
                    birth: {
                        /**
                         * @description 2024-05-17, 2024-05 or 2024.
                         * @example 2024-05
                         */
                        date: string;
                        /** @default false */
                        estimated?: boolean;
                    };
                    tier: string;
                    /**
                     * Format: date
                     * @example 2026-03-01
                     */
                    startsOn: string;
                    /** @default [] */
                    choices?: {
                        factor: string;
                        choice: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The quote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insurer-not-found`: There is no such insurer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSettlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                insurerId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tier: string;
                    /**
                     * Format: date
                     * @description The first day of the term; the version counts that is sold on it.
                     * @example 2026-03-01
                     */
                    startsOn: string;
                    /**
                     * Format: date
                     * @description In a renewed term: the start of the first one. Renewed terms have no waiting periods.
                     * @example 2026-03-01
                     */
                    coverSince: string;
                    /**
                     * @description Causes whose waiting period an exam has waived.
                     * @default []
                     */
                    waived?: components["schemas"]["InsuranceCause"][];
                    /** @description Settled one after the other in a term of which nothing was used. */
                    claims: {
                        /** @description The same in each claim for the condition. */
                        conditionId: string;
                        cause: components["schemas"]["InsuranceCause"];
                        /**
                         * Format: date
                         * @description On which the accident happened, or the first sign was seen.
                         * @example 2026-03-01
                         */
                        eventDay: string;
                        /**
                         * Format: date
                         * @description Null: today, or the day on which all of it has happened if that is later.
                         * @default null
                         * @example 2026-03-01
                         */
                        claimedOn?: string | null;
                        inNetwork: boolean;
                        visits: {
                            id: string;
                            /**
                             * Format: date
                             * @example 2026-03-01
                             */
                            day: string;
                            lines: {
                                /** @description Once in a claim. */
                                id: string;
                                text: string;
                                /** @description Whole minor units, after discounts. */
                                amount: number;
                                /**
                                 * @default other
                                 * @enum {string}
                                 */
                                category?: "consultation" | "diagnostics" | "surgery" | "hospital" | "medicine" | "dental" | "preventive" | "food" | "other";
                                /**
                                 * @description As what the line was marked as excluded; null: it was not.
                                 * @default null
                                 * @enum {string|null}
                                 */
                                excludedAs?: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other" | null;
                            }[];
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The settlements, or why there are none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementPreview"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insurer-not-found`: There is no such insurer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    myInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberInvitationList"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address-unverified`: Verify your address first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All kinds of which one can be without. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreferences"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMailPreference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailKind: components["schemas"]["OptionalMailKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isWanted: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                    keys: {
                        p256dh: string;
                        auth: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-not-found`: There is no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["OrganisationKind"];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address-unverified`: Verify your address first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemberInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberInvitationList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description Invited. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberInvitation"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-lacking`: Your role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`: This person is a member already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawMemberInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-lacking`: Your role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-not-found`: There is no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-owner`: An organisation keeps at least one owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-lacking`: Your role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-not-found`: There is no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-owner`: An organisation keeps at least one owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hearPaymentCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Heard. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. `callback-not-genuine`: The callback is not signed as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description The pet, which the caller sees now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-over`: This invitation is over. `own-invitation`: This invitation is for somebody else. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Declined. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-over`: This invitation is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description What is offered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-over`: This invitation is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPets: {
        parameters: {
            query?: {
                /** @description Pets per page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description The archived ones instead. */
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrolPet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * @description As a person calls it; need not be unique.
                     * @example Rex
                     */
                    name: string;
                    /**
                     * @description Left out: what the photos show.
                     * @enum {string}
                     */
                    species?: "dog" | "cat";
                    /**
                     * @description NewProfile as JSON.
                     * @example {"sex": "female"}
                     */
                    profile?: string;
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null.
                     * @example [[10, 20, 110, 120], null]
                     */
                    boxes?: string;
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                    /**
                     * @description A person says that all photos show one animal, however different they look.
                     * @default false
                     * @enum {string}
                     */
                    sameAnimal?: "true" | "false";
                    /**
                     * @description A person has looked at the pets found and says that this is another animal.
                     * @default false
                     * @enum {string}
                     */
                    allowDuplicate?: "true" | "false";
                };
                "application/json": components["schemas"]["EnrolmentByUrl"];
            };
        };
        responses: {
            /** @description Enrolled; also the answer when the same request is repeated. */
            201: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `possible-duplicate`: This pet may be enrolled already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: There is no room left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pet"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetPet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archivePet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Archived"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCarers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owner and the carers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarerList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCarer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showEvidence: {
        parameters: {
            query?: {
                /** @description nose: of a close-up that `views` says is one, sent with a photo of the face. */
                of?: "coat" | "nose";
                /** @description With the coat: say which regions moved the score of the faces, too. Takes some seconds. */
                faces?: "true" | "false";
            };
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                };
            };
        };
        responses: {
            /** @description The evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `scope-lacking`: This API key does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `templates-outdated`: Stored templates were made by other models. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. `no-marks`: There are no marks to compare. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawEvidence: {
        parameters: {
            query?: {
                /** @description nose: of a close-up that `views` says is one, sent with a photo of the face. */
                of?: "coat" | "nose";
                /** @description With the coat: say which regions moved the score of the faces, too. Takes some seconds. */
                faces?: "true" | "false";
            };
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                };
            };
        };
        responses: {
            /** @description A PNG without metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `scope-lacking`: This API key does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `templates-outdated`: Stored templates were made by other models. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. `no-marks`: There are no marks to compare. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFindable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Findable"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    petHistory: {
        parameters: {
            query?: {
                /** @description Pets per page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetHistory"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open invitations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. `invitation-not-found`: There is no such invitation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-over`: This invitation is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetMergeList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMerge"];
            };
        };
        responses: {
            /** @description Merged. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeMerge"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge-impossible`: These two cannot be one pet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pet that is back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge-not-found`: There is no such merge. `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge-stays`: This merge cannot be undone any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPhotos: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null.
                     * @example [[10, 20, 110, 120], null]
                     */
                    boxes?: string;
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                    /**
                     * @description A person says that all photos show one animal, however different they look.
                     * @default false
                     * @enum {string}
                     */
                    sameAnimal?: "true" | "false";
                };
                "application/json": components["schemas"]["MorePhotosByUrl"];
            };
        };
        responses: {
            /** @description The pet with all photos it has now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: There is no room left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    petPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JPEG without metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. `photo-not-found`: This pet has no such photo. `photo-file-missing`: The file of this photo is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    petPhotoCrop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JPEG without metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. `photo-not-found`: This pet has no such photo. `photo-file-missing`: The file of this photo is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    petPortrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JPEG without metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. `photo-not-found`: This pet has no such photo. `photo-file-missing`: The file of this photo is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    petProfile: {
        parameters: {
            query?: {
                /** @description IANA name, for `nextPhotos`. */
                timeZone?: string;
            };
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfilePatch"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetProfile"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-changed`: The pet was changed meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, if there is one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetShare"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharePet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPetShare"];
            };
        };
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetShare"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. `owner-only`: Only the owner of the pet can do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyPet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                petId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF. */
                    photos: Blob[];
                    /**
                     * @description JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.
                     * @example ["face", "nose"]
                     */
                    views?: string;
                };
            };
        };
        responses: {
            /** @description The verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request`: Requests from other sites are refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet-not-found`: There is no such pet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `templates-outdated`: Stored templates were made by other models. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-too-large`: The request is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has another type than this route takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photos-unusable`: The photos cannot be used. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same for everybody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReadyProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyProductList"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharedPet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shareToken: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the owner chose to show. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedPet"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `share-not-found`: Nothing is shown here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharedPetPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shareToken: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JPEG without metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `share-not-found`: Nothing is shown here. `photo-not-found`: This pet has no such photo. `photo-file-missing`: The file of this photo is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: components["schemas"]["ApiScope"][];
                    /**
                     * Format: date-time
                     * @default null
                     */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api-key-not-found`: There is no such API key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query: {
                actorId: string;
                /** @description For example `enrol`. */
                action: string;
                /** @description For example `pet`. */
                recordKind: string;
                /** @description Only together with `recordKind`. */
                recordId: string;
                since: string;
                /** @description Exclusive. */
                until: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next` of the page before. */
                after: number;
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query: {
                actorId: string;
                /** @description For example `enrol`. */
                action: string;
                /** @description For example `pet`. */
                recordKind: string;
                /** @description Only together with `recordKind`. */
                recordId: string;
                since: string;
                /** @description Exclusive. */
                until: string;
                format?: "ndjson" | "csv";
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry a line; CSV begins with a line of names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing has changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePlan"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description See `confirmWith` of the plan. */
                    confirmation: string;
                    /**
                     * @description Pets that others care for are erased too, for these others as well.
                     * @default false
                     */
                    alsoSharedPets?: boolean;
                };
            };
        };
        responses: {
            /** @description It is being done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fresh-sign-in-required`: Sign in again first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pets-shared`: Others care for some of these pets. `organisation-needs-owner`: An organisation would have no owner. `operator-stays`: This account runs the installation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `confirmation-differs`: This is not what had to be typed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip, sent while it is made: its length is not known before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApplications: {
        parameters: {
            query: {
                state?: "referred" | "accepted" | "declined";
                limit?: number;
                after: string;
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApplicationList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApplication"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application-not-found`: There is no such application. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "accept" | "decline";
                    /** @description In words that the applicant may read. */
                    explanation: string;
                };
            };
        };
        responses: {
            /** @description Decided, or no more insurable by the rules of the product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedPolicyApplication"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application-not-found`: There is no such application. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `application-decided`: The application was decided before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInsuranceProducts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsuranceProductList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addInsuranceProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Begins with these terms; see `GET /api/ready-insurance-products`.
                     * @enum {string}
                     */
                    ready: "cn-yearly" | "us-yearly" | "gb-yearly";
                    terms: components["schemas"]["ProductTerms"];
                };
            };
        };
        responses: {
            /** @description Made; nobody can buy it yet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsuranceProduct"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInsuranceProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsuranceProduct"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveProductDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    terms: components["schemas"]["ProductTerms"];
                };
            };
        };
        responses: {
            /** @description Saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsuranceProduct"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDraftSettlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tier: string;
                    /**
                     * Format: date
                     * @description The first day of the term; the version counts that is sold on it.
                     * @example 2026-03-01
                     */
                    startsOn: string;
                    /**
                     * Format: date
                     * @description In a renewed term: the start of the first one. Renewed terms have no waiting periods.
                     * @example 2026-03-01
                     */
                    coverSince: string;
                    /**
                     * @description Causes whose waiting period an exam has waived.
                     * @default []
                     */
                    waived?: components["schemas"]["InsuranceCause"][];
                    /** @description Settled one after the other in a term of which nothing was used. */
                    claims: {
                        /** @description The same in each claim for the condition. */
                        conditionId: string;
                        cause: components["schemas"]["InsuranceCause"];
                        /**
                         * Format: date
                         * @description On which the accident happened, or the first sign was seen.
                         * @example 2026-03-01
                         */
                        eventDay: string;
                        /**
                         * Format: date
                         * @description Null: today, or the day on which all of it has happened if that is later.
                         * @default null
                         * @example 2026-03-01
                         */
                        claimedOn?: string | null;
                        inNetwork: boolean;
                        visits: {
                            id: string;
                            /**
                             * Format: date
                             * @example 2026-03-01
                             */
                            day: string;
                            lines: {
                                /** @description Once in a claim. */
                                id: string;
                                text: string;
                                /** @description Whole minor units, after discounts. */
                                amount: number;
                                /**
                                 * @default other
                                 * @enum {string}
                                 */
                                category?: "consultation" | "diagnostics" | "surgery" | "hospital" | "medicine" | "dental" | "preventive" | "food" | "other";
                                /**
                                 * @description As what the line was marked as excluded; null: it was not.
                                 * @default null
                                 * @enum {string|null}
                                 */
                                excludedAs?: "pre-existing" | "congenital" | "hereditary" | "breeding" | "elective" | "preventive" | "dental" | "intentional" | "other" | null;
                            }[];
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The settlements, or why there are none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSettlementPreview"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-without-draft`: There is nothing to publish. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-faulty`: The draft cannot be published as it is. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-01
                     */
                    effectiveFrom: string;
                };
            };
        };
        responses: {
            /** @description Published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsuranceProduct"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-an-insurer`: Products belong to insurers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-not-found`: There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-without-draft`: There is nothing to publish. `product-dates-overlap`: A version cannot begin on that day. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `product-faulty`: The draft cannot be published as it is. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `delivery-not-found`: There is no such delivery. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer. */
                "idempotency-key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    /**
                     * @description Empty: all events.
                     * @default []
                     */
                    events?: components["schemas"]["WebhookEvent"][];
                    /** @default  */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-too-many`: There are too many webhooks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-url-refused`: This address is not called. `idempotency-key-reused`: This Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many photos are waiting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    /** @description Empty: all events. */
                    events: components["schemas"]["WebhookEvent"][];
                    description: string;
                    isOn: boolean;
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-url-refused`: This address is not called. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query: {
                state: "waiting" | "delivered" | "failed";
                /** @description Deliveries per page. */
                limit?: number;
                /** @description `next` of the page before. */
                after: string;
            };
            header?: never;
            path: {
                tenantId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestedWebhook"];
                };
            };
            /** @description `invalid-request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-not-found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
