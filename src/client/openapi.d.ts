/** The types of the REST API, made of openapi/openapi.json by `npm run openapi`. */

export interface paths {
    "/v1/kommuner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The 98 kommuner
         * @description By name, whole unless a limit is given.
         */
        get: operations["listKommuner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kommuner/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One kommune
         * @description One kommune.
         */
        get: operations["getKommune"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Areas of every kind
         * @description Whole unless a limit is given.
         */
        get: operations["listAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One area
         * @description One area.
         */
        get: operations["getArea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The indicators
         * @description Whole unless a limit is given.
         */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One indicator
         * @description One indicator.
         */
        get: operations["getIndicator"];
        /**
         * Create or replace an indicator
         * @description What is left out has its default again. The frequency cannot change once there are measurements. A calculation is of indicators of the same frequency, at most five calculations deep. Needs a key with the scope `admin`.
         */
        put: operations["putIndicator"];
        post?: never;
        /**
         * Remove an indicator that nothing uses
         * @description Refused with 409, naming what uses it: figures (withdrawn ones too), targets, earlier versions of plans, calculations, mappings and keys. Needs a key with the scope `admin`.
         */
        delete: operations["removeIndicator"];
        options?: never;
        head?: never;
        /**
         * Change of an indicator what is given
         * @description A merge patch (RFC 7396): null gives a field its default again, lists are replaced whole. Inside the name and the calculation too; but a calculation of another kind replaces the old one whole, and `segment: null` in it is the whole. What is refused is as for PUT. Indicators have no order, so they are not moved. Needs a key with the scope `admin`.
         */
        patch: operations["updateIndicator"];
        trace?: never;
    };
    "/v1/national-goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The national goals, by year and number
         * @description Whole unless a limit is given.
         */
        get: operations["listNationalGoals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/national-goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One national goal
         * @description One national goal.
         */
        get: operations["getNationalGoal"];
        /**
         * Create or replace a national goal
         * @description Its id is the year, a hyphen and the number. Needs a key with the scope `admin`.
         */
        put: operations["putNationalGoal"];
        post?: never;
        /**
         * Remove a national goal that no plan names
         * @description Refused with 409, naming what uses it: goals of plans, and earlier versions of plans. Needs a key with the scope `admin`.
         */
        delete: operations["removeNationalGoal"];
        options?: never;
        head?: never;
        /**
         * Change of a national goal what is given
         * @description A merge patch (RFC 7396). Its year and number are its id and stay; national goals are listed by them, so they are not moved. Needs a key with the scope `admin`.
         */
        patch: operations["updateNationalGoal"];
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plans, without their goals
         * @description Whole unless a limit is given. Drafts are shown to keys with the scope drafts:read.
         */
        get: operations["listPlans"];
        put?: never;
        /**
         * Make a plan, as a draft
         * @description From its head; goals and targets are added one by one, or sent along. Needs a key with the scope `plans:write`.
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan with its goals and their targets
         * @description As it is, or as it stood at a version.
         */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        /**
         * Remove a draft
         * @description Only what never was more than a draft, and of which nothing is recorded: other plans are withdrawn. Its versions go with it. Needs a key with the scope `plans:write`.
         */
        delete: operations["deletePlan"];
        options?: never;
        head?: never;
        /**
         * Change of a plan what is given
         * @description A merge patch (RFC 7396): null clears, lists are replaced whole. Goals and targets have paths of their own. Needs a key with the scope `plans:write`.
         */
        patch: operations["updatePlan"];
        trace?: never;
    };
    "/v1/plans/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a plan, the latest first
         * @description Who put each, when and why. Versions that were drafts are told of only to keys with the scope drafts:read.
         */
        get: operations["listPlanVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan as the document that was put
         * @description The current one, or that of a version; as YAML where `Accept` names application/yaml. Texts that YAML would read as dates or numbers are in quotes.
         */
        get: operations["getPlanDocument"];
        /**
         * Create or replace a plan, as one change
         * @description The same document again changes nothing. To replace a plan, If-Match names the version that was changed; what is no draft changes only with a reason. A plan goes from draft to adopted to closed, and from each to withdrawn. What looks wrong and may be meant is told in `warnings`. YAML is read by its core schema: dates stay texts, and tags are refused; problems name line and column. A `$schema`, such as the address of /schemas/plan.json, is taken and not kept. Needs a key with the scope `plans:write`.
         */
        put: operations["putPlanDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the draft of a later year from a plan
         * @description Periods, windows, deadlines and due dates move by the years between. A baseline becomes the last period of the old window where its figures are in and final, else it moves along; each is named in `proposals`. The draft says which plan it continues. Needs a key with the scope `plans:write`.
         */
        post: operations["copyPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adopt a draft
         * @description From now on all see it, and it changes only with a reason. Needs a key with the scope `plans:write`.
         */
        post: operations["adoptPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an adopted plan
         * @description Its time is over; it stays readable. Needs a reason. Needs a key with the scope `plans:write`.
         */
        post: operations["closePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a plan
         * @description It stays readable. A draft is removed instead. It needs a reason. Needs a key with the scope `plans:write`.
         */
        post: operations["withdrawPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One goal with its targets
         * @description One goal with its targets.
         */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        /**
         * Remove a goal
         * @description One that has targets goes only where `withTargets=true` says so. Its code is not used again. Needs a key with the scope `plans:write`.
         */
        delete: operations["removeGoal"];
        options?: never;
        head?: never;
        /**
         * Change of a goal what is given
         * @description A merge patch (RFC 7396): null clears, lists are replaced whole. The code stays. Needs a key with the scope `plans:write`.
         */
        patch: operations["updateGoal"];
        trace?: never;
    };
    "/v1/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The targets of all plans, by id
         * @description The targets of all plans, by id.
         */
        get: operations["listTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One target
         * @description One target.
         */
        get: operations["getTarget"];
        put?: never;
        post?: never;
        /**
         * Remove a target
         * @description Its code is not used again; earlier versions of the plan still show it. Needs a key with the scope `plans:write`.
         */
        delete: operations["removeTarget"];
        options?: never;
        head?: never;
        /**
         * Change of a target what is given
         * @description A merge patch (RFC 7396): null clears, lists are replaced whole. The code stays. Inside the window and the rule too; but a rule of another kind, or a baseline of another form, replaces the old one whole, and a segment of null in the rule is the whole, whatever the target's. Needs a key with the scope `plans:write`.
         */
        patch: operations["updateTarget"];
        trace?: never;
    };
    "/v1/targets/{id}/deliverables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deliverables of a target that are recorded
         * @description Whole unless a limit is given.
         */
        get: operations["listDeliverables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/deliverables/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a deliverable was done
         * @description Recording it again replaces what was recorded; the earlier record is kept for knownAt. Needs a key with the scope `plans:write`.
         */
        post: operations["recordDeliverable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The assessments of a target, by day
         * @description Whole unless a limit is given.
         */
        get: operations["listAssessments"];
        put?: never;
        /**
         * Record a judgement of a target
         * @description Only for targets that are judged by assessment. A second one of the same day replaces the first; the first is kept for knownAt. Needs a key with the scope `plans:write`.
         */
        post: operations["recordAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a goal to a plan
         * @description With or without targets. Without a code it gets the next free one. Needs a key with the scope `plans:write`.
         */
        post: operations["addGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a goal in its plan
         * @description Move a goal in its plan. Needs a key with the scope `plans:write`.
         */
        post: operations["moveGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a target to a goal
         * @description Without a code it gets the next free one: 3c after 3b. Needs a key with the scope `plans:write`.
         */
        post: operations["addTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a target in its goal, or to another goal of the plan
         * @description Move a target in its goal, or to another goal of the plan. Needs a key with the scope `plans:write`.
         */
        post: operations["moveTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measurements, by indicator, area, segment and period
         * @description Measurements, by indicator, area, segment and period.
         */
        get: operations["listMeasurements"];
        put?: never;
        /**
         * Record a batch or a file of measurements
         * @description All rows or none, unless atomic=false. The same rows again change nothing; another value or flag makes a new revision and keeps the old. JSON holds at most 10,000 rows; a file may have 50 MB, names areas by id or by name, and may say what it is called in Content-Disposition. Needs a key with the scope `measurements:write`.
         */
        post: operations["recordMeasurements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One measurement as it stands
         * @description One measurement as it stands.
         */
        get: operations["getMeasurement"];
        put?: never;
        post?: never;
        /**
         * Withdraw a measurement
         * @description It is no longer visible; its revisions are kept. The withdrawal is an import of its own, which can be undone. Needs a key with the scope `measurements:write`.
         */
        delete: operations["withdrawMeasurement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every revision of a measurement, the first one first
         * @description Every revision of a measurement, the first one first.
         */
        get: operations["listMeasurementRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The imports, the latest first
         * @description Each batch, file, withdrawal and undo that wrote something. A key that is bound sees its own. Needs a key with the scope `measurements:write`.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import
         * @description One import. Needs a key with the scope `measurements:write`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back
         * @description Restores what was before it, as one change and an import of its own. Where later changes stand on it, nothing happens and each is named. Needs a key with the scope `measurements:write`.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/jobindsats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a table of Jobindsats
         * @description The answer of the API's v3 or v2, or CSV, up to 50 MB, read by a mapping. All figures or none, unless atomic=false; the same file again changes nothing. A label that the mapping does not know is an error that names it, and null is a suppressed figure, never zero. Needs a key with the scope `measurements:write`.
         */
        post: operations["importJobindsats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/json-stat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a data set of JSON-stat
         * @description 1.x or 2.0, up to 50 MB, 5 million cells and 20,000 categories of all dimensions together. With a mapping, a table of any source; without one, a data set whose dimensions are indicator, area, period and perhaps segment, as GET /v1/exports/json-stat writes it. All figures or none, unless atomic=false; the same file again changes nothing. A label that the mapping does not know is an error that names it, and null is a suppressed figure, never zero. Needs a key with the scope `measurements:write`.
         */
        post: operations["importJsonStat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a table would become
         * @description What each column and label would become by a mapping, and what the mapping does not know; without one, the columns and labels that a new one must name. Nothing is written. Needs a key with the scope `measurements:write`.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measurements as a file
         * @description All that the filters of /v1/measurements let through, of one moment, streamed. POST /v1/measurements takes each of them back unchanged, JSON-stat (which needs `indicator`) POST /v1/imports/json-stat.
         */
        get: operations["exportMeasurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/json-stat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measurements as JSON-stat 2.0
         * @description One data set with the dimensions indicator, segment, area and period, as /v1/exports/measurements?format=json-stat gives it too. POST /v1/imports/json-stat takes it back, unchanged.
         */
        get: operations["exportJsonStat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How targets stand, as a file
         * @description A row for each target that the filters of /v1/statuses let through, with its figures and the explanation; in NDJSON the items of /v1/statuses, in JSON-stat the figures alone.
         */
        get: operations["exportStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans as a file
         * @description A row for each target of the plans that the filters of /v1/plans let through, and for each goal without one; in NDJSON the documents, which PUT /v1/plans/{id}/document takes.
         */
        get: operations["exportPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/missing-figures.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures that a plan waits for, as a sheet to fill in
         * @description A row for each figure that ought to be out and has not come, and for the next one of each series: of the kommune, and of what it is compared with; only what the caller's key may write. Filled in, POST /v1/measurements takes it as it is; rows left empty are skipped.
         */
        get: operations["getMissingFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mappings of sources' tables
         * @description Whole unless a limit is given.
         */
        get: operations["listMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mapping
         * @description One mapping.
         */
        get: operations["getMapping"];
        /**
         * Create or replace a mapping
         * @description What is left out has its default. Not for keys that are bound to kommuner or indicators: a mapping is everybody's. What was imported by it stays as it is. Needs a key with the scope `measurements:write`.
         */
        put: operations["putMapping"];
        post?: never;
        /**
         * Remove a mapping
         * @description What was imported by it stays. Needs a key with the scope `measurements:write`.
         */
        delete: operations["deleteMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which figures have come and which are awaited
         * @description One item for each series that a target reads, own and benchmark; for a figure that is calculated or made of members, and never posted, those that it is made of. Whole unless a limit is given.
         */
        get: operations["listFreshness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of an indicator, posted and calculated, for an area or for kommuner taken together
         * @description One rule everywhere: a posted figure goes first, a suppressed one too. A period without one is calculated where the indicator says how; for a RAR, a region or chosen kommuner it is else the sum of the members, or the sum of their numerators by that of their denominators. A suppressed part makes the figure suppressed, a member without a figure makes it missing. A page may end before its limit where its figures are made of many.
         */
        get: operations["listFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who the caller is and what it may do
         * @description Without a key: anonymous, who may read what is adopted.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys, revoked ones included
         * @description The keys, revoked ones included. Needs a key with the scope `admin`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description The secret is shown this once: only its hash is kept. Needs a key with the scope `admin`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One key
         * @description One key. Needs a key with the scope `admin`.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke a key, at once and for good
         * @description The last key with the scope admin cannot be revoked. A key that was revoked before stays so. Needs a key with the scope `admin`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key a new secret
         * @description The secrets before it go on for a grace period. The secret is shown this once: only its hash is kept. Needs a key with the scope `admin`.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks, ended ones included
         * @description The webhooks, ended ones included. Needs a key with the scope `admin`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Make a webhook
         * @description It is told of what happens from now on, signed as Standard Webhooks say: check `webhook-signature` with one of their libraries, and tell repetitions by `webhook-id`. An event is sent until it is answered with 2xx, over about a day; 410 ends the webhook; redirects are not followed. The secret is shown this once. Needs a key with the scope `admin`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description One webhook. Needs a key with the scope `admin`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook
         * @description With its secrets and the log of its deliveries. What is under way at that moment may still arrive. Needs a key with the scope `admin`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description The secrets before it sign beside it for a grace period, so that a receiver may change in its own time. The secret is shown this once. Needs a key with the scope `admin`.
         */
        post: operations["rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a webhook go on at once
         * @description After it ended, with all that happened since; or, for one that waits for its next attempts, without waiting. Needs a key with the scope `admin`.
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deliveries of a webhook, the latest events first
         * @description Each with its attempts. Needs a key with the scope `admin`.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the event of a delivery again
         * @description With the same `webhook-id`, in a delivery of its own. Needs a key with the scope `admin`.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events to a webhook again
         * @description Those that it wants, after an event or since an instant, also from before it was made; what is still to be delivered is left alone. At most 1000 at a time. Needs a key with the scope `admin`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The status of a target on a day
         * @description With everything that it was computed from, so that anyone can do the sum again.
         */
        get: operations["getTargetStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The status of a goal, rolled up from its targets
         * @description The status of a goal, rolled up from its targets.
         */
        get: operations["getGoalStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The status of a plan, of its goals and of every target
         * @description With `version`, that of an earlier version: its targets as they were put, judged by the figures known now (or at `knownAt`).
         */
        get: operations["getPlanStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The status of a target as it was, step by step
         * @description The status of a target as it was, step by step.
         */
        get: operations["getTargetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statuses of the targets of all kommuner, filtered and grouped
         * @description Filters go together; `total` and `groups` are of all that they let through, `items` a page of it. A map of the country: `groupBy=kommune&limit=0`. All targets in one answer: `limit=2000`. What all plans came to: `asOf=2024-12-31&inForceOn=2024-12-31`. Only what a group has targets of is there: a kommune without is in no group. Filtered by national goals, the groups by national goal are those alone. Where page follows page, send the first answer's `asOf` and `knownAt`, so that all are of one moment.
         */
        get: operations["listStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How kommuner compare on an indicator in one period
         * @description All kommuner, those with and those without plans, unless `areas` or `memberOf` says which: value, rank, percentile, distance to country, RAR and region, and the change in a year. Ranks are among those compared. The best comes first unless `sort` says otherwise; those without a figure come last. Whole unless a limit is given.
         */
        get: operations["compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/required-pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it takes from now on to reach a target, and a forecast
         * @description By period and in the figure's own unit, from the same figures as the status; what it is compared with is assumed to stay. The forecast is what may come if it goes on as before, with the band in which it lies with 80 per cent probability.
         */
        get: operations["getRequiredPace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The status of a target if figures, its rule or its window were otherwise
         * @description Nothing is stored, and no key is needed for a target that all may read. What is assumed is checked as when it is written. The day is `asOf`; without it today or, where something later is assumed, the day of that.
         */
        post: operations["whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has happened since a place in the feed
         * @description What has happened, in the order in which it became visible, each event once: figures recorded (`measurements.recorded`), plans adopted and changed (`plan.adopted`, `plan.changed`), deliverables, judgements and remarks (`follow_up.recorded`), changed indicators (`indicator.changed`), and targets whose status became another (`target.status_changed`: before, after, why, and whether an event or the calendar made it so). Of drafts nothing is told. Ask again with `nextCursor` as `after`; at once where `hasMore` is true. Webhooks are sent the same events.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The administration's remarks on a target, by day
         * @description Whole unless a limit is given.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Write a remark on a target
         * @description The report shows it beside the status, which it does not change. Needs a key with the scope `plans:write`.
         */
        post: operations["recordComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a remark back
         * @description It is out of sight from now on; what it said is kept for knownAt. Needs a key with the scope `plans:write`.
         */
        delete: operations["withdrawComment"];
        options?: never;
        head?: never;
        /**
         * Change a remark
         * @description Only what is given. It is a new revision; the earlier one is kept for knownAt. Needs a key with the scope `plans:write`.
         */
        patch: operations["changeComment"];
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, the latest first
         * @description Every change that was made, by whom, when, in which request, from what to what, and why. Nothing changes or removes an entry. A key with `admin` sees them all; one that is bound to kommuner sees what concerns its own. A page may end before the limit where entries are large: go on with `nextCursor`. Needs a key with the scope `plans:write`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
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
        Area: {
            /** @description Stable: a kommune or region by four digits, else such as RAR-SJ or DK. */
            id: string;
            /** @description The published code; null where none is published. */
            code: string | null;
            /** @enum {string} */
            kind: "country" | "region" | "rar" | "council" | "kommune";
            name: string;
            /** @description Other names that imports meet. */
            aliases: string[];
            /** @description Its code in other sources, by source. */
            codes: {
                [key: string]: string;
            };
            /** @description The areas it belongs to. */
            memberships: {
                area: string;
                /**
                 * Format: date
                 * @description The first day; null where it is not known.
                 */
                validFrom: string | null;
                /**
                 * Format: date
                 * @description The last day; null where it is not known or not there yet.
                 */
                validTo: string | null;
            }[];
            /**
             * Format: date
             * @description The first day; null where it is not known.
             */
            validFrom: string | null;
            /**
             * Format: date
             * @description The last day; null where it is not known or not there yet.
             */
            validTo: string | null;
            note: string | null;
        };
        Indicator: {
            id: string;
            name: components["schemas"]["Bilingual"];
            /** @description What is counted, in Danish. */
            definition: string | null;
            /** @enum {string} */
            unit: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
            /** @enum {string} */
            polarity: "higher_is_better" | "lower_is_better" | "neutral";
            /**
             * @description The length of its periods.
             * @enum {string}
             */
            frequency: "year" | "half" | "quarter" | "month" | "week" | "day" | "irregular";
            /**
             * Format: int32
             * @description Days from the end of a period until its figure is out.
             */
            publicationLagDays: number;
            /** @description First days of series that are not comparable with what came before. */
            breaks: string[];
            source: string | null;
            /**
             * Format: int32
             * @description How figures are written.
             */
            decimals: number;
            segments: {
                code: string;
                name: components["schemas"]["Bilingual"];
            }[];
            /** @description Whether figures of areas may be added up: that of a group is the sum of its members'. */
            additive: boolean;
            /** @description How figures that nobody posted are calculated from other indicators; null where they are not. */
            calculation: components["schemas"]["Calculation"] | null;
        };
        /** @description The same in Danish and in English. */
        Bilingual: {
            da: string;
            en: string;
        };
        Calculation: {
            /** @constant */
            kind: "sum";
            of: components["schemas"]["CalculationPart"][];
        } | {
            /** @constant */
            kind: "difference";
            of: [
                components["schemas"]["CalculationPart"],
                components["schemas"]["CalculationPart"]
            ];
        } | {
            /** @constant */
            kind: "ratio";
            numerator: components["schemas"]["CalculationPart"];
            denominator: components["schemas"]["CalculationPart"];
            /** @description 100 for per cent. Default 1. */
            factor?: number;
        } | {
            /** @constant */
            kind: "rolling_mean";
            of: components["schemas"]["CalculationPart"];
            /**
             * Format: int32
             * @description How many periods in a row, the last one the figure's own.
             */
            periods: number;
        };
        CalculationPart: {
            indicator: string;
            /** @description A segment of that indicator; null is the whole; left out it is the segment that is asked for. */
            segment?: string | null;
        };
        IndicatorInput: {
            /** @description May be given; must then be the id of the path. */
            id?: string;
            name: {
                da: string;
                en: string;
            };
            /** @description What is counted, in Danish. */
            definition?: string | null;
            /** @enum {string} */
            unit: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
            /** @enum {string} */
            polarity: "higher_is_better" | "lower_is_better" | "neutral";
            /** @enum {string} */
            frequency: "year" | "half" | "quarter" | "month" | "week" | "day" | "irregular";
            /**
             * Format: int32
             * @description Days from the end of a period until its figure is out. Default 0.
             */
            publicationLagDays?: number;
            /** @description First days of series that are not comparable with what came before. */
            breaks?: string[];
            source?: string | null;
            /**
             * Format: int32
             * @description How figures are written. Default 0 for whole things, 2 for ratios, else 1.
             */
            decimals?: number;
            segments?: {
                code: string;
                name: {
                    da: string;
                    en: string;
                };
            }[];
            /** @description Whether figures of areas may be added up: that of a group is the sum of its members'. Default false. */
            additive?: boolean;
            /** @description How figures that nobody posted are calculated from other indicators; a posted one goes first. */
            calculation?: components["schemas"]["Calculation"] | null;
        };
        /** @description A refusal (RFC 9457). */
        ProblemDetails: {
            /** @description A stable URI for each code: `urn:problem:maalopfoelgning:` and the code. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description What happened, where, and what to do. */
            detail: string;
            /** @description The path that was asked. */
            instance: string;
            /** @enum {string} */
            code: "invalid_request" | "not_found" | "unauthenticated" | "forbidden" | "conflict" | "idempotency_key_reused" | "version_conflict" | "precondition_required" | "reason_required" | "batch_refused" | "unprocessable" | "frequency_locked" | "rate_limited" | "payload_too_large" | "unsupported_media_type" | "method_not_allowed" | "not_acceptable" | "unavailable" | "storage_full" | "internal";
            /** @description Every place that is wrong, where places can be told. */
            errors?: {
                /** @description A JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or the name of a header. */
                pointer: string;
                /** @description What is wrong, for programs. */
                code: string;
                /** @description What is wrong, for people. */
                detail: string;
            }[];
        };
        /** @description Only what is given changes, inside `name` and `calculation` too; lists are replaced whole. A calculation of another kind replaces the old one whole. */
        IndicatorPatch: {
            /** @description May be given; must then be the id of the path. */
            id?: string | null;
            name?: {
                da?: string;
                en?: string;
            };
            /** @description What is counted, in Danish. */
            definition?: string | null;
            /** @enum {string} */
            unit?: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
            /** @enum {string} */
            polarity?: "higher_is_better" | "lower_is_better" | "neutral";
            /** @enum {string} */
            frequency?: "year" | "half" | "quarter" | "month" | "week" | "day" | "irregular";
            /**
             * Format: int32
             * @description Days from the end of a period until its figure is out. Default 0.
             */
            publicationLagDays?: number | null;
            /** @description First days of series that are not comparable with what came before. */
            breaks?: string[] | null;
            source?: string | null;
            /**
             * Format: int32
             * @description How figures are written. Default 0 for whole things, 2 for ratios, else 1.
             */
            decimals?: number | null;
            segments?: {
                code: string;
                name: {
                    da: string;
                    en: string;
                };
            }[] | null;
            /** @description Whether figures of areas may be added up: that of a group is the sum of its members'. Default false. */
            additive?: boolean | null;
            calculation?: (components["schemas"]["Calculation"] | null) | null;
        };
        NationalGoal: {
            /** @description Year and number. */
            id: string;
            /** Format: int32 */
            year: number;
            /** Format: int32 */
            number: number;
            title: string;
        };
        NationalGoalInput: {
            /** @description May be given; must then be the id of the path. */
            id?: string;
            /** @description What the minister wants, in Danish. */
            title: string;
        };
        /** @description Only what is given changes. */
        NationalGoalPatch: {
            /** @description May be given; must then be the id of the path. */
            id?: string | null;
            /** @description What the minister wants, in Danish. */
            title?: string;
        };
        PlanSummaryExpanded: {
            id: string;
            kommune: string;
            title: string;
            /** @enum {string} */
            kind: "annual_plan" | "strategy";
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            /** @enum {string} */
            status: "draft" | "adopted" | "closed" | "withdrawn";
            adoptedBy: string | null;
            /**
             * Format: date
             * @description YYYY-MM-DD.
             */
            adoptedOn: string | null;
            /** @description The plan that this one stands under. */
            umbrella: string | null;
            mandatedByLaw: boolean;
            /** @description Its own limits; null where it has none, and those of Eurostat (0.95 and 0.6) are used. */
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            } | null;
            sources: {
                title: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            commitments: {
                code: string;
                text: string;
                quantity: number;
                unit: string;
                per: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                due: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            swot: {
                strengths: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                weaknesses: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                opportunities: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                threats: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
            } | null;
            relations: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                title: string;
                plan: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            notes: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            /**
             * Format: int32
             * @description Counts from 1 with each change; its ETag is the number in quotes.
             */
            version: number;
            /** Format: date-time */
            recordedAt: string;
            /** @description What `expand` asked for. */
            expanded?: {
                kommune?: components["schemas"]["Area"] | null;
                status?: components["schemas"]["PlanRollup"] | null;
            };
        };
        PlanRollup: {
            plan: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            /** @description The worst status among the targets covered; null where nothing is judged. */
            overall: components["schemas"]["OverallStatus"] | null;
            counts: components["schemas"]["StatusCounts"];
            /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
            coverage: number | null;
            goals: {
                goal: string;
                /** @description The worst status among the targets covered; null where nothing is judged. */
                overall: components["schemas"]["OverallStatus"] | null;
                counts: components["schemas"]["StatusCounts"];
                /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
                coverage: number | null;
            }[];
        };
        /**
         * @description How several targets stand together.
         * @enum {string}
         */
        OverallStatus: "missed" | "off_track" | "at_risk" | "awaiting_data" | "no_data" | "not_started" | "on_track" | "achieved";
        /** @description How many targets have which status, of those that any has; those only monitored are left out. */
        StatusCounts: {
            /** Format: int32 */
            missed?: number;
            /** Format: int32 */
            off_track?: number;
            /** Format: int32 */
            at_risk?: number;
            /** Format: int32 */
            awaiting_data?: number;
            /** Format: int32 */
            no_data?: number;
            /** Format: int32 */
            not_started?: number;
            /** Format: int32 */
            on_track?: number;
            /** Format: int32 */
            achieved?: number;
        };
        PlanExpanded: {
            id: string;
            kommune: string;
            title: string;
            /** @enum {string} */
            kind: "annual_plan" | "strategy";
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            /** @enum {string} */
            status: "draft" | "adopted" | "closed" | "withdrawn";
            adoptedBy: string | null;
            /**
             * Format: date
             * @description YYYY-MM-DD.
             */
            adoptedOn: string | null;
            /** @description The plan that this one stands under. */
            umbrella: string | null;
            mandatedByLaw: boolean;
            /** @description Its own limits; null where it has none, and those of Eurostat (0.95 and 0.6) are used. */
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            } | null;
            sources: {
                title: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            commitments: {
                code: string;
                text: string;
                quantity: number;
                unit: string;
                per: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                due: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            swot: {
                strengths: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                weaknesses: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                opportunities: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                threats: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
            } | null;
            relations: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                title: string;
                plan: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            notes: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            /**
             * Format: int32
             * @description Counts from 1 with each change; its ETag is the number in quotes.
             */
            version: number;
            /** Format: date-time */
            recordedAt: string;
            goals: components["schemas"]["Goal"][];
            /** @description What `expand` asked for. */
            expanded?: {
                kommune?: components["schemas"]["Area"] | null;
                status?: components["schemas"]["PlanRollup"] | null;
            };
        };
        Goal: {
            /** @description The plan's id, a dot and the code. */
            id: string;
            plan: string;
            kommune: string;
            code: string;
            /** @enum {string} */
            kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
            title: string;
            summary: string | null;
            /** @description The national goals that it adopts. */
            nationalGoals: string[];
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            objectives: {
                code: string;
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            initiatives: {
                code: string;
                title: string;
                summary: string | null;
                group: string | null;
                /** @enum {string} */
                status: "planned" | "ongoing" | "done" | "dropped";
                /** @description The place in the source. */
                location: string | null;
            }[];
            /** @description The place in the source. */
            location: string | null;
            targets: components["schemas"]["Target"][];
        };
        Target: {
            /** @description The plan's id, a dot and the code. */
            id: string;
            plan: string;
            goal: string;
            kommune: string;
            /** @enum {string} */
            planStatus: "draft" | "adopted" | "closed" | "withdrawn";
            code: string;
            title: string;
            indicator: string | null;
            /** @description The segment; null is the whole. */
            segment: string | null;
            population: string | null;
            /** @description How the plan says that it is followed up. */
            followUp: string | null;
            /** @description Both days included. */
            window: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                start: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                deadline: string;
            };
            rule: components["schemas"]["Rule"];
            /** @description The plan's own; null where it has none. */
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            } | null;
            /** @description The place in the source. */
            location: string | null;
        };
        /** @description How a target is judged, told apart by its kind. */
        Rule: components["schemas"]["ThresholdRule"] | components["schemas"]["ChangeRule"] | components["schemas"]["BenchmarkLevelRule"] | components["schemas"]["BenchmarkTrendRule"] | components["schemas"]["GapReductionRule"] | components["schemas"]["DirectionRule"] | components["schemas"]["MilestoneRule"] | components["schemas"]["AssessmentRule"] | components["schemas"]["MonitorRule"] | components["schemas"]["CombinedRule"];
        /** @description A level to reach or keep. */
        ThresholdRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "threshold";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            comparator: components["schemas"]["Comparator"];
            /** @description The figure to reach or keep. */
            value: number;
            /**
             * @description Which figure of the window counts; the latest where it is left out.
             * @enum {string}
             */
            aggregate?: "latest" | "sum" | "mean" | "max" | "min";
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["LevelBaseline"];
        };
        /**
         * @description At least (gte), above (gt), at most (lte) or below (lt).
         * @enum {string}
         */
        Comparator: "gte" | "gt" | "lte" | "lt";
        LevelBaseline: components["schemas"]["BaselineOfPeriod"] | components["schemas"]["StatedBaseline"];
        /** @description The figure of a period. */
        BaselineOfPeriod: {
            /**
             * @description The period whose figure it is.
             * @example 2024-08
             */
            period: string;
        };
        /** @description A figure that the plan states. */
        StatedBaseline: {
            /** @description The figure that the plan states. */
            value: number;
            /**
             * Format: date
             * @description The day that it is of.
             * @example 2024-07-10
             */
            on: string;
            /** @description That of the series compared with. */
            benchmark?: number;
        };
        /** @description A change since a baseline. */
        ChangeRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "change";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            comparator: components["schemas"]["Comparator"];
            /** @description The change from the baseline; a fall is negative. */
            amount: number;
            /**
             * @description Whether it is counted in the unit (absolute, where it is left out) or in per cent of where it began (relative).
             * @enum {string}
             */
            mode?: "absolute" | "relative";
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["Baseline"];
        };
        Baseline: components["schemas"]["BaselineOfPeriod"] | components["schemas"]["StatedBaseline"] | components["schemas"]["BaselineOfLag"];
        /** @description The same period a year earlier. */
        BaselineOfLag: {
            /** @constant */
            lag: "P1Y";
        };
        /** @description A level compared with that of another series. */
        BenchmarkLevelRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "benchmark_level";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            comparator: components["schemas"]["Comparator"];
            /** @description The goal line, as a difference from what it is compared with; 0 where it is left out. */
            margin?: number;
            benchmark: components["schemas"]["Benchmark"];
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["LevelBaseline"];
        };
        /** @description The series to compare with: another area, another indicator, or both. */
        Benchmark: {
            /** @description The id of an area, such as `DK` or `0250`. */
            area?: string;
            /** @description The id of the other indicator. */
            indicator?: string;
        } | unknown | unknown;
        /** @description A change compared with that of another series. */
        BenchmarkTrendRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "benchmark_trend";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            comparator: components["schemas"]["Comparator"];
            /** @description The goal line, as a difference from what it is compared with; 0 where it is left out. */
            margin?: number;
            /**
             * @description Whether it is counted in the unit (absolute, where it is left out) or in per cent of where it began (relative).
             * @enum {string}
             */
            mode?: "absolute" | "relative";
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["Baseline"];
            benchmark: components["schemas"]["Benchmark"];
        };
        /** @description A gap to another series that is to shrink. */
        GapReductionRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "gap_reduction";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            /** @description By how much the gap is to shrink. */
            amount: number;
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["Baseline"];
            benchmark: components["schemas"]["Benchmark"];
        };
        /** @description The way that the figures are to go. */
        DirectionRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "direction";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /**
             * Format: int32
             * @description Over how many periods each figure is averaged.
             */
            smoothing?: number;
            /** @enum {string} */
            direction: "increase" | "decrease";
            /** @description Where the rule measures from. */
            baseline?: components["schemas"]["Baseline"];
        };
        /** @description Things to deliver. */
        MilestoneRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "milestone";
            /** @description What it is made of. */
            deliverables: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is delivered. */
                title: string;
                /**
                 * Format: date
                 * @description By when; the deadline of the target where it is left out.
                 * @example 2024-07-10
                 */
                due?: string | null;
            }[];
        };
        /** @description Somebody judges it. */
        AssessmentRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "assessment";
            /**
             * @description How often it is due; every year where it is left out.
             * @example P1Y
             */
            reviewEvery?: string;
        };
        /** @description Figures that are followed and not judged. */
        MonitorRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "monitor";
            /** @description The indicator, where it is not that of the target. */
            indicator?: string;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
        };
        /** @description Rules of which all, or any, are to be met. */
        CombinedRule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "all_of" | "any_of";
            /** @description The rules, two or more. */
            rules: components["schemas"]["Rule"][];
        };
        PlanVersion: {
            /** Format: int32 */
            version: number;
            /**
             * @description The status that the plan had in this version.
             * @enum {string}
             */
            status: "draft" | "adopted" | "closed" | "withdrawn";
            /** Format: date-time */
            recordedAt: string;
            /** @description Who put it: the id of the key. */
            actor: string;
            reason: string | null;
        };
        /** @description An employment plan with its goals and targets, as one document. */
        PlanDocument: {
            /** @description Its id, chosen once: lower-case letters, digits and single hyphens, such as `greve-2027`. */
            id: string;
            /** @description Whose plan it is, by the code of the kommune, such as `0250`. */
            kommune: string;
            /** @description Its title. */
            title: string;
            /**
             * @description What sort of plan it is.
             * @enum {string}
             */
            kind: "annual_plan" | "strategy";
            /** @description The days that it covers, both included; the first is not after the last. */
            period: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                to: string;
            };
            /**
             * @description A draft where it is left out; it goes on to adopted and closed, and from each to withdrawn.
             * @enum {string}
             */
            status?: "draft" | "adopted" | "closed" | "withdrawn";
            /** @description Who adopted it, such as `Byrådet`. */
            adoptedBy?: string | null;
            /**
             * Format: date
             * @description When it was adopted.
             * @example 2024-07-10
             */
            adoptedOn?: string | null;
            /** @description The id of the plan or strategy that it stands under. */
            umbrella?: string | null;
            /** @description Whether a law asks for it; false where it is left out. */
            mandatedByLaw?: boolean;
            /** @description The limits of the pace that the plan sets itself; 0.95 and 0.6 where they are left out. */
            paceLimits?: {
                /** @description From this share of the expected way on it is on track. */
                onTrack: number;
                /** @description From this share on it is at risk, below it off track. */
                atRisk: number;
            };
            /** @description The documents that it was read from. */
            sources?: {
                /** @description Its title. */
                title: string;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description A draft may be without goals; what is adopted has one or more. */
            goals: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /**
                 * @description What sort of goal it is.
                 * @enum {string}
                 */
                kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
                /** @description Its title. */
                title: string;
                /** @description What it is about. */
                summary?: string | null;
                /** @description The ids of the national goals that it adopts, such as `2024-1`. */
                nationalGoals?: string[];
                /** @description The days that it covers; those of the plan where it is left out. */
                period?: {
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    to: string;
                };
                /** @description What it wants, in words. */
                objectives?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What the goal wants, in words. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What is done for it. */
                initiatives?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What is done. */
                    title: string;
                    /** @description What it is about. */
                    summary?: string | null;
                    /** @description The heading that it stands under. */
                    group?: string | null;
                    /**
                     * @description How far it is; planned where it is left out.
                     * @enum {string}
                     */
                    status?: "planned" | "ongoing" | "done" | "dropped";
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What it is measured by, in their order. */
                targets?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What it says. */
                    title: string;
                    /** @description The id of the indicator that it is measured by. */
                    indicator?: string | null;
                    /** @description The segment that is measured; null is the whole. */
                    segment?: string | null;
                    /** @description Who it is about, in the plan's words. */
                    population?: string | null;
                    /** @description Where it is followed up, in the plan's words. */
                    followUp?: string | null;
                    /** @description From when until when it is judged, both days included; the start is not after the deadline. */
                    window: {
                        /**
                         * Format: date
                         * @example 2024-07-10
                         */
                        start: string;
                        /**
                         * Format: date
                         * @example 2024-07-10
                         */
                        deadline: string;
                    };
                    rule: components["schemas"]["Rule"];
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description Promises with a number that are no targets, such as an answer within 24 hours. */
            commitments?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is promised. */
                text: string;
                /** @description How much. */
                quantity: number;
                /** @description Of what. */
                unit: string;
                /** @description How often or for whom, such as `year`. */
                per?: string | null;
                /**
                 * Format: date
                 * @description By when.
                 * @example 2024-07-10
                 */
                due?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description Its strengths, weaknesses, opportunities and threats. */
            swot?: {
                /** @description What is strong. */
                strengths: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What is weak. */
                weaknesses: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may help. */
                opportunities: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may harm. */
                threats: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
            };
            /** @description How it relates to other plans and documents. */
            relations?: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                /** @description The title of the other. */
                title: string;
                /** @description The id of the other, where it is a plan here. */
                plan?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description What was found when it was read: discrepancies with the choice made, and context. */
            notes?: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                /** @description What it says. */
                text: string;
                /** @description The place in the source. */
                location?: string | null;
            }[];
        };
        PlanPut: {
            plan: string;
            /**
             * Format: int32
             * @description The version that the plan now has; 0 where it is not there.
             */
            version: number;
            created: boolean;
            /** @description False where it was so already: nothing was written. */
            changed: boolean;
            dryRun: boolean;
            changes: components["schemas"]["DocumentChange"][];
            warnings: components["schemas"]["PlanWarning"][];
        };
        /** @description What is different at one place. */
        DocumentChange: {
            /** @description A JSON pointer in which items with a code stand under their code. */
            path: string;
            /** @enum {string} */
            op: "add" | "remove" | "replace";
            before: unknown;
            after: unknown;
        };
        /** @description What looks wrong and may yet be meant: it stops nothing. */
        PlanWarning: {
            /** @description A JSON pointer into what was sent. */
            pointer: string;
            /** @enum {string} */
            code: "percent_out_of_range" | "against_polarity" | "benchmark_area_not_valid" | "window_outside_period" | "due_missing" | "due_outside_window" | "baseline_frequency" | "deadline_before_figures" | "no_figures";
            message: components["schemas"]["Bilingual"];
        };
        PlanInput: {
            id: string;
            /** @description Whose plan it is, by the code of the kommune, such as `0250`. */
            kommune: string;
            /** @description Its title. */
            title: string;
            /**
             * @description What sort of plan it is.
             * @enum {string}
             */
            kind: "annual_plan" | "strategy";
            /** @description The days that it covers, both included; the first is not after the last. */
            period: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                to: string;
            };
            /** @description Who adopted it, such as `Byrådet`. */
            adoptedBy?: string | null;
            /**
             * Format: date
             * @description When it was adopted.
             * @example 2024-07-10
             */
            adoptedOn?: string | null;
            /** @description The id of the plan or strategy that it stands under. */
            umbrella?: string | null;
            /** @description Whether a law asks for it; false where it is left out. */
            mandatedByLaw?: boolean;
            /** @description The limits of the pace that the plan sets itself; 0.95 and 0.6 where they are left out. */
            paceLimits?: {
                /** @description From this share of the expected way on it is on track. */
                onTrack: number;
                /** @description From this share on it is at risk, below it off track. */
                atRisk: number;
            };
            /** @description The documents that it was read from. */
            sources?: {
                /** @description Its title. */
                title: string;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description Promises with a number that are no targets, such as an answer within 24 hours. */
            commitments?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is promised. */
                text: string;
                /** @description How much. */
                quantity: number;
                /** @description Of what. */
                unit: string;
                /** @description How often or for whom, such as `year`. */
                per?: string | null;
                /**
                 * Format: date
                 * @description By when.
                 * @example 2024-07-10
                 */
                due?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description Its strengths, weaknesses, opportunities and threats. */
            swot?: {
                /** @description What is strong. */
                strengths: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What is weak. */
                weaknesses: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may help. */
                opportunities: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may harm. */
                threats: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
            };
            /** @description How it relates to other plans and documents. */
            relations?: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                /** @description The title of the other. */
                title: string;
                /** @description The id of the other, where it is a plan here. */
                plan?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description What was found when it was read: discrepancies with the choice made, and context. */
            notes?: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                /** @description What it says. */
                text: string;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description A draft may be without goals; what is adopted has one or more. */
            goals?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /**
                 * @description What sort of goal it is.
                 * @enum {string}
                 */
                kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
                /** @description Its title. */
                title: string;
                /** @description What it is about. */
                summary?: string | null;
                /** @description The ids of the national goals that it adopts, such as `2024-1`. */
                nationalGoals?: string[];
                /** @description The days that it covers; those of the plan where it is left out. */
                period?: {
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    to: string;
                };
                /** @description What it wants, in words. */
                objectives?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What the goal wants, in words. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What is done for it. */
                initiatives?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What is done. */
                    title: string;
                    /** @description What it is about. */
                    summary?: string | null;
                    /** @description The heading that it stands under. */
                    group?: string | null;
                    /**
                     * @description How far it is; planned where it is left out.
                     * @enum {string}
                     */
                    status?: "planned" | "ongoing" | "done" | "dropped";
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What it is measured by, in their order. */
                targets?: {
                    /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                    code: string;
                    /** @description What it says. */
                    title: string;
                    /** @description The id of the indicator that it is measured by. */
                    indicator?: string | null;
                    /** @description The segment that is measured; null is the whole. */
                    segment?: string | null;
                    /** @description Who it is about, in the plan's words. */
                    population?: string | null;
                    /** @description Where it is followed up, in the plan's words. */
                    followUp?: string | null;
                    /** @description From when until when it is judged, both days included; the start is not after the deadline. */
                    window: {
                        /**
                         * Format: date
                         * @example 2024-07-10
                         */
                        start: string;
                        /**
                         * Format: date
                         * @example 2024-07-10
                         */
                        deadline: string;
                    };
                    rule: components["schemas"]["Rule"];
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description The place in the source. */
                location?: string | null;
            }[];
        };
        PlanWrite: {
            plan: string;
            /**
             * Format: int32
             * @description The version that the plan now has; 0 where it is not there.
             */
            version: number;
            created: boolean;
            /** @description False where it was so already: nothing was written. */
            changed: boolean;
            /** @description The id of what was written: the plan's, or that of its goal or target. */
            item: string;
            /** @description Whether nothing was written, but only told what would be. */
            validateOnly: boolean;
            changes: components["schemas"]["DocumentChange"][];
            warnings: components["schemas"]["PlanWarning"][];
        };
        /** @description Only what is given changes; lists are replaced whole. Goals and targets have paths of their own. */
        PlanPatch: {
            /** @description Whose plan it is, by the code of the kommune, such as `0250`. */
            kommune?: string;
            /** @description Its title. */
            title?: string;
            /**
             * @description What sort of plan it is.
             * @enum {string}
             */
            kind?: "annual_plan" | "strategy";
            period?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                to?: string;
            };
            /**
             * @description A draft where it is left out; it goes on to adopted and closed, and from each to withdrawn.
             * @enum {string|null}
             */
            status?: "draft" | "adopted" | "closed" | "withdrawn" | null;
            /** @description Who adopted it, such as `Byrådet`. */
            adoptedBy?: string | null;
            /**
             * Format: date
             * @description When it was adopted.
             * @example 2024-07-10
             */
            adoptedOn?: string | null;
            /** @description The id of the plan or strategy that it stands under. */
            umbrella?: string | null;
            /** @description Whether a law asks for it; false where it is left out. */
            mandatedByLaw?: boolean | null;
            /** @description The limits of the pace that the plan sets itself; 0.95 and 0.6 where they are left out. */
            paceLimits?: {
                /** @description From this share of the expected way on it is on track. */
                onTrack: number;
                /** @description From this share on it is at risk, below it off track. */
                atRisk: number;
            } | null;
            /** @description The documents that it was read from. */
            sources?: {
                /** @description Its title. */
                title: string;
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
            /** @description Promises with a number that are no targets, such as an answer within 24 hours. */
            commitments?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is promised. */
                text: string;
                /** @description How much. */
                quantity: number;
                /** @description Of what. */
                unit: string;
                /** @description How often or for whom, such as `year`. */
                per?: string | null;
                /**
                 * Format: date
                 * @description By when.
                 * @example 2024-07-10
                 */
                due?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
            /** @description Its strengths, weaknesses, opportunities and threats. */
            swot?: {
                /** @description What is strong. */
                strengths: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What is weak. */
                weaknesses: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may help. */
                opportunities: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
                /** @description What may harm. */
                threats: {
                    /** @description What it says. */
                    text: string;
                    /** @description The place in the source. */
                    location?: string | null;
                }[];
            } | null;
            /** @description How it relates to other plans and documents. */
            relations?: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                /** @description The title of the other. */
                title: string;
                /** @description The id of the other, where it is a plan here. */
                plan?: string | null;
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
            /** @description What was found when it was read: discrepancies with the choice made, and context. */
            notes?: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                /** @description What it says. */
                text: string;
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
        };
        CopyPlanInput: {
            /**
             * Format: int32
             * @description The year that the draft is for: the first of its period.
             */
            to: number;
            /** @description Its id; that of the plan with its years moved if absent. */
            id?: string;
            /** @description Its title; that of the plan with its years moved if absent. */
            title?: string;
        };
        PlanCopy: {
            plan: string;
            /**
             * Format: int32
             * @description The version that the plan now has; 0 where it is not there.
             */
            version: number;
            created: boolean;
            /** @description False where it was so already: nothing was written. */
            changed: boolean;
            /** @description The id of what was written: the plan's, or that of its goal or target. */
            item: string;
            /** @description Whether nothing was written, but only told what would be. */
            validateOnly: boolean;
            changes: components["schemas"]["DocumentChange"][];
            warnings: components["schemas"]["PlanWarning"][];
            /** @description Every baseline that the draft states otherwise than the old plan, or that ought to be looked at. */
            proposals: {
                /** @description The id of the new plan's target. */
                target: string;
                /** @description Where the baseline stands in the new document. */
                pointer: string;
                /** @description The baseline in the old plan; null where it named none. */
                from: components["schemas"]["Baseline"] | null;
                /** @description The one in the draft. */
                to: components["schemas"]["Baseline"] | null;
                why: components["schemas"]["Bilingual"];
            }[];
        };
        AdoptInput: {
            /** @description Who adopted it, such as the council. */
            adoptedBy?: string | null;
            /**
             * Format: date
             * @example 2024-07-10
             */
            adoptedOn?: string | null;
            /** @description Why; needed for what is no draft any more. */
            reason?: string;
        };
        EndPlanInput: {
            /** @description Why; needed for what is no draft any more. */
            reason?: string;
        };
        GoalExpanded: {
            /** @description The plan's id, a dot and the code. */
            id: string;
            plan: string;
            kommune: string;
            code: string;
            /** @enum {string} */
            kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
            title: string;
            summary: string | null;
            /** @description The national goals that it adopts. */
            nationalGoals: string[];
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            objectives: {
                code: string;
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            initiatives: {
                code: string;
                title: string;
                summary: string | null;
                group: string | null;
                /** @enum {string} */
                status: "planned" | "ongoing" | "done" | "dropped";
                /** @description The place in the source. */
                location: string | null;
            }[];
            /** @description The place in the source. */
            location: string | null;
            targets: components["schemas"]["Target"][];
            /** @description What `expand` asked for. */
            expanded?: {
                kommune?: components["schemas"]["Area"] | null;
                plan?: components["schemas"]["PlanSummary"] | null;
            };
        };
        PlanSummary: {
            id: string;
            kommune: string;
            title: string;
            /** @enum {string} */
            kind: "annual_plan" | "strategy";
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            /** @enum {string} */
            status: "draft" | "adopted" | "closed" | "withdrawn";
            adoptedBy: string | null;
            /**
             * Format: date
             * @description YYYY-MM-DD.
             */
            adoptedOn: string | null;
            /** @description The plan that this one stands under. */
            umbrella: string | null;
            mandatedByLaw: boolean;
            /** @description Its own limits; null where it has none, and those of Eurostat (0.95 and 0.6) are used. */
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            } | null;
            sources: {
                title: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            commitments: {
                code: string;
                text: string;
                quantity: number;
                unit: string;
                per: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                due: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            swot: {
                strengths: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                weaknesses: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                opportunities: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
                threats: {
                    text: string;
                    /** @description The place in the source. */
                    location: string | null;
                }[];
            } | null;
            relations: {
                /** @enum {string} */
                kind: "reports_into" | "umbrella_of" | "continues" | "draws_on" | "supplements";
                title: string;
                plan: string | null;
                /** @description The place in the source. */
                location: string | null;
            }[];
            notes: {
                /** @enum {string} */
                kind: "discrepancy" | "context";
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            /**
             * Format: int32
             * @description Counts from 1 with each change; its ETag is the number in quotes.
             */
            version: number;
            /** Format: date-time */
            recordedAt: string;
        };
        TargetExpanded: {
            /** @description The plan's id, a dot and the code. */
            id: string;
            plan: string;
            goal: string;
            kommune: string;
            /** @enum {string} */
            planStatus: "draft" | "adopted" | "closed" | "withdrawn";
            code: string;
            title: string;
            indicator: string | null;
            /** @description The segment; null is the whole. */
            segment: string | null;
            population: string | null;
            /** @description How the plan says that it is followed up. */
            followUp: string | null;
            /** @description Both days included. */
            window: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                start: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                deadline: string;
            };
            rule: components["schemas"]["Rule"];
            /** @description The plan's own; null where it has none. */
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            } | null;
            /** @description The place in the source. */
            location: string | null;
            /** @description What `expand` asked for. */
            expanded?: {
                indicator?: components["schemas"]["Indicator"] | null;
                kommune?: components["schemas"]["Area"] | null;
                plan?: components["schemas"]["PlanSummary"] | null;
                goal?: components["schemas"]["GoalSummary"] | null;
                status?: components["schemas"]["TargetStatus"] | null;
            };
        };
        GoalSummary: {
            /** @description The plan's id, a dot and the code. */
            id: string;
            plan: string;
            kommune: string;
            code: string;
            /** @enum {string} */
            kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
            title: string;
            summary: string | null;
            /** @description The national goals that it adopts. */
            nationalGoals: string[];
            /** @description Both days included. */
            period: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                from: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                to: string;
            };
            objectives: {
                code: string;
                text: string;
                /** @description The place in the source. */
                location: string | null;
            }[];
            initiatives: {
                code: string;
                title: string;
                summary: string | null;
                group: string | null;
                /** @enum {string} */
                status: "planned" | "ongoing" | "done" | "dropped";
                /** @description The place in the source. */
                location: string | null;
            }[];
            /** @description The place in the source. */
            location: string | null;
        };
        TargetStatus: {
            target: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            status: components["schemas"]["Status"];
            /** @description Decided by figures that are not provisional. */
            final: boolean;
            /** @description What is missing, or why there is no better status. */
            reason: components["schemas"]["StatusReason"] | null;
            /** @description With awaiting_data: what it would be as things stand. */
            provisional: components["schemas"]["Judgement"] | null;
            /** @description A milestone whose last deliverable was done after the deadline. */
            late: boolean;
            /** @description A newer figure ought to be out by now. */
            stale: boolean;
            /** @description Whether the measure meets the goal line now; null without a measure. */
            met: boolean | null;
            /** @description The figure that is judged. */
            current: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                benchmark: number | null;
                measure: number;
            } | null;
            /** @description Where the pace starts. */
            baseline: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                on: string;
                value: number | null;
                benchmark: number | null;
                measure: number | null;
            } | null;
            /** @description What the measure is compared with. */
            goalLine: {
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description Where the measure would be by now on a straight line. */
            expected: number | null;
            /** @description The way gone as a share of the way expected by now. */
            pace: number | null;
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            };
            /** @description The way gone as a share of the whole way. */
            progress: number | null;
            /** @description From the goal line; positive is better than it. */
            distance: number | null;
            /** @enum {string|null} */
            trend: "improving" | "steady" | "worsening" | null;
            /** @description The measure at the deadline by a Theil–Sen line. */
            projection: {
                measure: number;
                met: boolean;
            } | null;
            /** @description Every observation that the status was computed from. */
            evidence: components["schemas"]["Evidence"][];
            /** @description One sentence with the figures, in Danish and in English. */
            explanation: components["schemas"]["Bilingual"];
            rule: components["schemas"]["Rule"];
            /** @description Both days included. */
            window: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                start: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                deadline: string;
            };
            /** @description The parts of a combination. */
            children: components["schemas"]["ChildStatus"][] | null;
        };
        /**
         * @description How a target stands.
         * @enum {string}
         */
        Status: "missed" | "off_track" | "at_risk" | "awaiting_data" | "no_data" | "not_started" | "on_track" | "achieved" | "monitored";
        /** @enum {string} */
        StatusReason: "baseline_missing" | "baseline_zero" | "series_break" | "suppressed" | "smoothing_incomplete" | "benchmark_missing" | "no_measurement_in_window" | "no_measurement" | "provisional" | "slipped" | "pace_unknown" | "not_assessed";
        /**
         * @description What figures or people can find of a target.
         * @enum {string}
         */
        Judgement: "on_track" | "at_risk" | "off_track" | "achieved" | "missed";
        Evidence: {
            indicator: string;
            area: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
            period: string;
            value: number | null;
            /** @enum {string} */
            flag: "final" | "provisional" | "suppressed" | "missing";
            /**
             * Format: int32
             * @description Null where it was calculated.
             */
            revision: number | null;
            source: string | null;
            /** @description How it was calculated; null where it was posted. */
            calculation: components["schemas"]["Lineage"] | null;
        };
        Lineage: {
            /**
             * @description What was done with the parts; group_sum and group_ratio are of the members of a group, never a mean of percentages.
             * @enum {string}
             */
            method: "sum" | "difference" | "ratio" | "rolling_mean" | "group_sum" | "group_ratio";
            /** @description The figures that it was calculated from, in order; after them those of each part that was calculated itself. The ratio of a group has numerator and denominator of each member in turn. */
            parts: {
                indicator: string;
                area: string;
                /** @description The segment; null is the whole. */
                segment: string | null;
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                /** @description Null where it is suppressed or missing; never to be read as zero. */
                value: number | null;
                /** @enum {string} */
                flag: "final" | "provisional" | "suppressed" | "missing";
                /**
                 * Format: int32
                 * @description Which revision of the measurement it is; null where it was calculated, see calculation.
                 */
                revision: number | null;
                source: string | null;
            }[];
            /** @description The members of the group that have no figure: the figure is then missing, never smaller. */
            missing: string[];
        };
        ChildStatus: {
            indicator: string | null;
            /** @description The segment; null is the whole. */
            segment: string | null;
            status: components["schemas"]["Status"];
            /** @description Decided by figures that are not provisional. */
            final: boolean;
            /** @description What is missing, or why there is no better status. */
            reason: components["schemas"]["StatusReason"] | null;
            /** @description With awaiting_data: what it would be as things stand. */
            provisional: components["schemas"]["Judgement"] | null;
            /** @description A milestone whose last deliverable was done after the deadline. */
            late: boolean;
            /** @description A newer figure ought to be out by now. */
            stale: boolean;
            /** @description Whether the measure meets the goal line now; null without a measure. */
            met: boolean | null;
            /** @description The figure that is judged. */
            current: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                benchmark: number | null;
                measure: number;
            } | null;
            /** @description Where the pace starts. */
            baseline: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                on: string;
                value: number | null;
                benchmark: number | null;
                measure: number | null;
            } | null;
            /** @description What the measure is compared with. */
            goalLine: {
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description Where the measure would be by now on a straight line. */
            expected: number | null;
            /** @description The way gone as a share of the way expected by now. */
            pace: number | null;
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            };
            /** @description The way gone as a share of the whole way. */
            progress: number | null;
            /** @description From the goal line; positive is better than it. */
            distance: number | null;
            /** @enum {string|null} */
            trend: "improving" | "steady" | "worsening" | null;
            /** @description The measure at the deadline by a Theil–Sen line. */
            projection: {
                measure: number;
                met: boolean;
            } | null;
            /** @description Every observation that the status was computed from. */
            evidence: components["schemas"]["Evidence"][];
            /** @description One sentence with the figures, in Danish and in English. */
            explanation: components["schemas"]["Bilingual"];
            rule: components["schemas"]["Rule"];
            /** @description Both days included. */
            window: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                start: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                deadline: string;
            };
            children: components["schemas"]["ChildStatus"][] | null;
        };
        DeliverableRecord: {
            target: string;
            code: string;
            /**
             * Format: date
             * @description The day it was done; null where it was not done after all.
             */
            doneOn: string | null;
            evidence: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it: the id of the key. */
            actor: string;
        };
        DeliverableInput: {
            /**
             * Format: date
             * @description The day it was done; null where it was not done after all.
             * @example 2024-07-10
             */
            doneOn: string | null;
            /** @description What shows it: a decision, a document, a link. */
            evidence?: string | null;
        };
        AssessmentRecord: {
            target: string;
            /**
             * Format: date
             * @description YYYY-MM-DD.
             */
            on: string;
            /** @enum {string} */
            status: "on_track" | "at_risk" | "off_track" | "achieved" | "missed";
            note: string | null;
            evidence: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it: the id of the key. */
            actor: string;
        };
        AssessmentInput: {
            /**
             * Format: date
             * @description The day of the judgement.
             * @example 2024-07-10
             */
            on: string;
            /** @enum {string} */
            status: "on_track" | "at_risk" | "off_track" | "achieved" | "missed";
            note?: string | null;
            /** @description What shows it: a decision, a document, a link. */
            evidence?: string | null;
        };
        GoalInput: {
            /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
            code?: string;
            /**
             * @description What sort of goal it is.
             * @enum {string}
             */
            kind: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
            /** @description Its title. */
            title: string;
            /** @description What it is about. */
            summary?: string | null;
            /** @description The ids of the national goals that it adopts, such as `2024-1`. */
            nationalGoals?: string[];
            /** @description The days that it covers; those of the plan where it is left out. */
            period?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                to: string;
            };
            /** @description What it wants, in words. */
            objectives?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What the goal wants, in words. */
                text: string;
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description What is done for it. */
            initiatives?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is done. */
                title: string;
                /** @description What it is about. */
                summary?: string | null;
                /** @description The heading that it stands under. */
                group?: string | null;
                /**
                 * @description How far it is; planned where it is left out.
                 * @enum {string}
                 */
                status?: "planned" | "ongoing" | "done" | "dropped";
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description What it is measured by, in their order. */
            targets?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What it says. */
                title: string;
                /** @description The id of the indicator that it is measured by. */
                indicator?: string | null;
                /** @description The segment that is measured; null is the whole. */
                segment?: string | null;
                /** @description Who it is about, in the plan's words. */
                population?: string | null;
                /** @description Where it is followed up, in the plan's words. */
                followUp?: string | null;
                /** @description From when until when it is judged, both days included; the start is not after the deadline. */
                window: {
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    start: string;
                    /**
                     * Format: date
                     * @example 2024-07-10
                     */
                    deadline: string;
                };
                rule: components["schemas"]["Rule"];
                /** @description The place in the source. */
                location?: string | null;
            }[];
            /** @description The place in the source. */
            location?: string | null;
        };
        /** @description Only what is given changes; lists are replaced whole. Targets have paths of their own. */
        GoalPatch: {
            /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
            code?: string;
            /**
             * @description What sort of goal it is.
             * @enum {string}
             */
            kind?: "ambition" | "ministerial" | "local" | "focus_area" | "guideline" | "pillar" | "strategy" | "statutory";
            /** @description Its title. */
            title?: string;
            /** @description What it is about. */
            summary?: string | null;
            /** @description The ids of the national goals that it adopts, such as `2024-1`. */
            nationalGoals?: string[] | null;
            /** @description The days that it covers; those of the plan where it is left out. */
            period?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                to: string;
            } | null;
            /** @description What it wants, in words. */
            objectives?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What the goal wants, in words. */
                text: string;
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
            /** @description What is done for it. */
            initiatives?: {
                /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
                code: string;
                /** @description What is done. */
                title: string;
                /** @description What it is about. */
                summary?: string | null;
                /** @description The heading that it stands under. */
                group?: string | null;
                /**
                 * @description How far it is; planned where it is left out.
                 * @enum {string}
                 */
                status?: "planned" | "ongoing" | "done" | "dropped";
                /** @description The place in the source. */
                location?: string | null;
            }[] | null;
            /** @description The place in the source. */
            location?: string | null;
        };
        MoveInput: {
            /**
             * Format: int32
             * @description The place in the list, from 0, counted without the thing itself; the end if absent.
             */
            position?: number;
        };
        TargetInput: {
            /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
            code?: string;
            /** @description What it says. */
            title: string;
            /** @description The id of the indicator that it is measured by. */
            indicator?: string | null;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /** @description Who it is about, in the plan's words. */
            population?: string | null;
            /** @description Where it is followed up, in the plan's words. */
            followUp?: string | null;
            /** @description From when until when it is judged, both days included; the start is not after the deadline. */
            window: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                start: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                deadline: string;
            };
            rule: components["schemas"]["Rule"];
            /** @description The place in the source. */
            location?: string | null;
        };
        /** @description Only what is given changes, inside `window` and `rule` too. A rule of another kind, or a baseline of another form, replaces the old one whole. */
        TargetPatch: {
            /** @description Its code in the plan, such as `3a` or `2.O1`: never used again for something else. */
            code?: string;
            /** @description What it says. */
            title?: string;
            /** @description The id of the indicator that it is measured by. */
            indicator?: string | null;
            /** @description The segment that is measured; null is the whole. */
            segment?: string | null;
            /** @description Who it is about, in the plan's words. */
            population?: string | null;
            /** @description Where it is followed up, in the plan's words. */
            followUp?: string | null;
            window?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                start?: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                deadline?: string;
            };
            rule?: components["schemas"]["Rule"];
            /** @description The place in the source. */
            location?: string | null;
        };
        MoveToGoalInput: {
            /** @description The id of the goal of the same plan that it goes to; where it stands if absent. */
            goal?: string;
            /**
             * Format: int32
             * @description The place in the list, from 0, counted without the thing itself; the end if absent.
             */
            position?: number;
        };
        MeasurementExpanded: {
            /** @description Opaque. */
            id: string;
            indicator: string;
            area: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
            period: string;
            /** @description Null where it is suppressed or missing; never to be read as zero. */
            value: number | null;
            /** @enum {string} */
            flag: "final" | "provisional" | "suppressed" | "missing";
            /**
             * Format: int32
             * @description Counts from 1 with each change of value or flag.
             */
            revision: number;
            source: string | null;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it: the id of the key, seed, or operator (the command line). */
            actor: string;
            /** @description The import that it was written with. */
            import: string | null;
            /** @description What `expand` asked for. */
            expanded?: {
                indicator?: components["schemas"]["Indicator"] | null;
                area?: components["schemas"]["Area"] | null;
            };
        };
        MeasurementBatch: {
            measurements: components["schemas"]["MeasurementInput"][];
        };
        MeasurementInput: {
            /** @example sygedagpenge-jobafklaring-pct-arbejdsstyrke */
            indicator: string;
            /**
             * @description The id of an area; a kommune also by its three digits.
             * @example 0250
             */
            area: string;
            /** @description A segment that the indicator declares; null or absent is the whole. */
            segment?: string | null;
            /** @example 2024-08 */
            period: string;
            /**
             * @description Null where the flag is suppressed or missing.
             * @example 3.9
             */
            value?: number | null;
            /**
             * @description Default final.
             * @enum {string}
             */
            flag?: "final" | "provisional" | "suppressed" | "missing";
            /** @description Where the figure is from. */
            source?: string | null;
            note?: string | null;
        };
        BatchSummary: {
            /** @description What the batch was written under, to look at or undo at /v1/imports; null where nothing was written. */
            import: string | null;
            /**
             * Format: int32
             * @description Rows received: created + revised + unchanged + rejected.
             */
            received: number;
            /**
             * Format: int32
             * @description Rows that are new.
             */
            created: number;
            /**
             * Format: int32
             * @description Rows with another value or flag than before.
             */
            revised: number;
            /**
             * Format: int32
             * @description Rows that say what was there already.
             */
            unchanged: number;
            /**
             * Format: int32
             * @description Rows that cannot be recorded.
             */
            rejected: number;
            /**
             * Format: int32
             * @description Figures of a file that are not wanted; not counted in received.
             */
            skipped: number;
            dryRun: boolean;
            /** @description Whether anything was to be written, and was. */
            committed: boolean;
            /** @description Every problem of every bad row; of a file with more than 10,000 bad rows those of the first 10,000. */
            errors: components["schemas"]["RowProblem"][];
            /** @description What was recorded, and is worth a look. */
            notices: components["schemas"]["RowProblem"][];
            /** @description The targets whose rules read one of the changed figures. */
            affectedTargets: string[];
        };
        RowProblem: {
            /**
             * Format: int32
             * @description The row, counted from 0 in JSON; in files the line.
             */
            row: number;
            /** @description A JSON pointer to the place in the body; in files /line/column. */
            pointer: string;
            code: string;
            /** @description What was sent there, as text. */
            value: string | null;
            detail: string;
            /** @description What to do about it; null where nothing needs to be done. */
            remedy: string | null;
        };
        /** @description A refused batch: a problem with the summary of the batch; the counts say what would have happened. */
        BatchRefusal: {
            /** @description A stable URI for each code: `urn:problem:maalopfoelgning:` and the code. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description What happened, where, and what to do. */
            detail: string;
            /** @description The path that was asked. */
            instance: string;
            /** @constant */
            code: "batch_refused";
            /** @description What the batch was written under, to look at or undo at /v1/imports; null where nothing was written. */
            import: string | null;
            /**
             * Format: int32
             * @description Rows received: created + revised + unchanged + rejected.
             */
            received: number;
            /**
             * Format: int32
             * @description Rows that are new.
             */
            created: number;
            /**
             * Format: int32
             * @description Rows with another value or flag than before.
             */
            revised: number;
            /**
             * Format: int32
             * @description Rows that say what was there already.
             */
            unchanged: number;
            /**
             * Format: int32
             * @description Rows that cannot be recorded.
             */
            rejected: number;
            /**
             * Format: int32
             * @description Figures of a file that are not wanted; not counted in received.
             */
            skipped: number;
            dryRun: boolean;
            /** @description Whether anything was to be written, and was. */
            committed: boolean;
            /** @description Every problem of every bad row; of a file with more than 10,000 bad rows those of the first 10,000. */
            errors: components["schemas"]["RowProblem"][];
            /** @description What was recorded, and is worth a look. */
            notices: components["schemas"]["RowProblem"][];
            /** @description The targets whose rules read one of the changed figures. */
            affectedTargets: string[];
        };
        MeasurementRevision: {
            indicator: string;
            area: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
            period: string;
            /** @description Null where it is suppressed or missing; never to be read as zero. */
            value: number | null;
            /** @enum {string} */
            flag: "final" | "provisional" | "suppressed" | "missing";
            /**
             * Format: int32
             * @description Counts from 1 with each change of value or flag.
             */
            revision: number;
            source: string | null;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it: the id of the key, seed, or operator (the command line). */
            actor: string;
            /** @description The import that it was written with. */
            import: string | null;
            /** @description Whether this revision takes the measurement out of sight. */
            withdrawn: boolean;
            /** @description Why it was written, in the words of who sent it. */
            reason: string | null;
        };
        Import: {
            id: string;
            /**
             * @description The format that it came in; withdrawal of one measurement; undo of another import.
             * @enum {string}
             */
            kind: "json" | "csv" | "ndjson" | "xlsx" | "jobindsats" | "json-stat" | "withdrawal" | "undo";
            /** @description The key that wrote it. */
            actor: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description What the file was called; null where the sender did not say. */
            fileName: string | null;
            /** @description Why it was written, in the words of who sent it. */
            reason: string | null;
            /**
             * Format: int32
             * @description Rows received: created + revised + unchanged + rejected.
             */
            received: number;
            /**
             * Format: int32
             * @description Rows that are new.
             */
            created: number;
            /**
             * Format: int32
             * @description Rows with another value or flag than before.
             */
            revised: number;
            /**
             * Format: int32
             * @description Rows that say what was there already.
             */
            unchanged: number;
            /**
             * Format: int32
             * @description Rows that cannot be recorded.
             */
            rejected: number;
            /** @description SHA-256 of the rows or the file as they were sent; empty for a withdrawal and an undo. */
            hash: string;
            /** @description The import that it took back; null for others. */
            undoes: string | null;
        };
        Undo: {
            /** @description The import that the undoing is itself. */
            import: string;
            undoes: string;
            /**
             * Format: int32
             * @description Figures that have the value they had before.
             */
            restored: number;
            /**
             * Format: int32
             * @description Figures that were not there before, and are out of sight again.
             */
            withdrawn: number;
            affectedTargets: string[];
        };
        TablePreview: {
            /** @enum {string} */
            format: "jobindsats" | "json-stat";
            mapping: string | null;
            columns: {
                name: string;
                /**
                 * @description What the column holds; without a mapping, what it looks like.
                 * @enum {string}
                 */
                role: "period" | "area" | "hierarchy" | "measure" | "unknown";
                /** @enum {string} */
                status: "mapped" | "ignored" | "unmapped";
                /**
                 * Format: int32
                 * @description How many labels it has.
                 */
                distinct: number;
                /** @description At most 100, those that are not mapped first. */
                labels: {
                    label: string;
                    /** @enum {string} */
                    status: "mapped" | "ignored" | "unmapped";
                    /** @description The area or period that it becomes. */
                    becomes: string | null;
                    /**
                     * Format: int32
                     * @description Rows that have it.
                     */
                    rows: number;
                }[];
            }[];
            series: {
                indicator: string;
                /** @description The segment; null is the whole. */
                segment: string | null;
                /**
                 * Format: int32
                 * @description Measurements that it would get.
                 */
                cells: number;
            }[];
            /** @description What an import would be refused for: add it to series, or to ignored. */
            notMapped: {
                column: string;
                /** @description Null where the whole column is not known. */
                label: string | null;
                /**
                 * Format: int32
                 * @description Rows that have it.
                 */
                cells: number;
            }[];
            /** @description The first measurements. */
            examples: {
                /**
                 * Format: int32
                 * @description Where it stands.
                 */
                row: number;
                indicator: string;
                area: string;
                /** @description The segment; null is the whole. */
                segment: string | null;
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                /** @enum {string} */
                flag: "final" | "provisional" | "suppressed" | "missing";
            }[];
            /**
             * Format: int32
             * @description Figures in the file.
             */
            cells: number;
            /**
             * Format: int32
             * @description Figures that are known and not wanted.
             */
            skipped: number;
        };
        JsonStat: {
            /** @constant */
            version: "2.0";
            /** @constant */
            class: "dataset";
            label: string;
            source: string | null;
            /** Format: date-time */
            updated: string | null;
            id: [
                "indicator",
                "segment",
                "area",
                "period"
            ];
            size: number[];
            role: {
                time: [
                    "period"
                ];
                geo: [
                    "area"
                ];
                metric: [
                    "indicator"
                ];
            };
            dimension: {
                indicator: {
                    label: string;
                    category: {
                        /** @description The codes in their order; the segment "" is the whole. */
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                        unit?: {
                            [key: string]: {
                                label: string;
                                /** Format: int32 */
                                decimals: number;
                            };
                        };
                    };
                };
                segment: {
                    label: string;
                    category: {
                        /** @description The codes in their order; the segment "" is the whole. */
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                        unit?: {
                            [key: string]: {
                                label: string;
                                /** Format: int32 */
                                decimals: number;
                            };
                        };
                    };
                };
                area: {
                    label: string;
                    category: {
                        /** @description The codes in their order; the segment "" is the whole. */
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                        unit?: {
                            [key: string]: {
                                label: string;
                                /** Format: int32 */
                                decimals: number;
                            };
                        };
                    };
                };
                period: {
                    label: string;
                    category: {
                        /** @description The codes in their order; the segment "" is the whole. */
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                        unit?: {
                            [key: string]: {
                                label: string;
                                /** Format: int32 */
                                decimals: number;
                            };
                        };
                    };
                };
            };
            /** @description Row-major, the last dimension the fastest. Null with a status is suppressed or missing; null without one is no measurement. */
            value: (number | null)[];
            /** @description The flag of each cell whose flag is not final, by its place in value. */
            status: {
                [key: string]: "final" | "provisional" | "suppressed" | "missing";
            };
            extension: {
                maalopfoelgning: {
                    /** Format: date-time */
                    knownAt: string;
                };
            };
        };
        StatusJsonStat: {
            /** @constant */
            version: "2.0";
            /** @constant */
            class: "dataset";
            label: string;
            id: [
                "asOf",
                "target",
                "figure"
            ];
            size: [
                number,
                number,
                number
            ];
            role: {
                time: [
                    "asOf"
                ];
                metric: [
                    "figure"
                ];
            };
            dimension: {
                asOf: {
                    label: string;
                    category: {
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                    };
                };
                target: {
                    label: string;
                    category: {
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                    };
                };
                figure: {
                    label: string;
                    category: {
                        index: string[];
                        label: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description Row-major; null where the target has no such figure. */
            value: (number | null)[];
            /** @description Of each cell the status of its target. */
            status: ("missed" | "off_track" | "at_risk" | "awaiting_data" | "no_data" | "not_started" | "on_track" | "achieved" | "monitored")[];
            extension: {
                maalopfoelgning: {
                    /** Format: date-time */
                    knownAt: string;
                };
            };
        };
        Mapping: {
            id: string;
            title: components["schemas"]["Bilingual"];
            /** @description What the source calls the table. */
            table: string;
            /** @description The column of the periods. */
            period: string;
            /** @description The column of the areas. */
            area: string;
            /** @description The total of each hierarchy column: what a series means that does not name the column, and a file that does not have it. */
            totals: {
                [key: string]: string;
            };
            /** @description Which cells make which series. */
            series: {
                measure: string;
                /** @description The members of hierarchy columns that are no totals. */
                members: {
                    [key: string]: string;
                };
                indicator: string;
                /** @description The segment; null is the whole. */
                segment: string | null;
            }[];
            /** @description Labels that are known and not wanted; * is all that no series names. */
            ignored: {
                measures: "*" | string[];
                members: {
                    [key: string]: "*" | string[];
                };
            };
            /** @description How the API of Jobindsats is asked for the table; null where the indicators say enough. */
            query: {
                /** @enum {string|null} */
                periodType: "M" | "Q" | "QMAT" | "H" | "Y" | null;
                hierarchies: {
                    [key: string]: string;
                };
            } | null;
            note: string | null;
        };
        MappingInput: {
            /** @example jobindsats-y25i01 */
            id: string;
            title: {
                da: string;
                en: string;
            };
            /**
             * @description What the source calls the table.
             * @example y25i01
             */
            table: string;
            /**
             * @description The column of the periods. Default Periode.
             * @default Periode
             */
            period: string;
            /**
             * @description The column of the areas. Default Område.
             * @default Område
             */
            area: string;
            /**
             * @description The total of each hierarchy column: what a series means that does not name the column, and a file that does not have it.
             * @default {}
             * @example {
             *       "A-kasse": "I alt"
             *     }
             */
            totals: {
                [key: string]: string;
            };
            /** @description Which cells make which series. */
            series: {
                /** @description A label as the source writes it. */
                measure: string;
                /**
                 * @description The members of hierarchy columns that are no totals.
                 * @default {}
                 */
                members: {
                    [key: string]: string;
                };
                indicator: string;
                /**
                 * @description A segment that the indicator declares; null is the whole.
                 * @default null
                 */
                segment: string | null;
            }[];
            /**
             * @default {
             *       "measures": [],
             *       "members": {}
             *     }
             */
            ignored: {
                /**
                 * @description Measures that are not wanted; * is all that no series names.
                 * @default []
                 */
                measures: "*" | string[];
                /**
                 * @description Members that are not wanted, by column; * is all that no series names. Areas and periods too, under the names of their columns.
                 * @default {}
                 */
                members: {
                    [key: string]: "*" | string[];
                };
            };
            /**
             * @description How the API of Jobindsats is asked for the table; null where the indicators say enough.
             * @default null
             */
            query: {
                /**
                 * @description The type of the periods to ask for; null is that of the indicators. QMAT is a rolling year.
                 * @default null
                 * @enum {string|null}
                 */
                periodType: "M" | "Q" | "QMAT" | "H" | "Y" | null;
                /**
                 * @description What to ask of hierarchies besides the areas, by their ids: * is all, / the total.
                 * @default {}
                 */
                hierarchies: {
                    [key: string]: string;
                };
            } | null;
            /** @default null */
            note: string | null;
        };
        FreshnessExpanded: {
            indicator: string;
            area: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @description The latest period with a figure, a suppressed one too; null where there is none. */
            latestPeriod: string | null;
            /** @description The next figure that a target reads; null where none does, or the indicator is irregular. */
            awaited: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                /**
                 * Format: date
                 * @description The day it ought to be out: the end of the period and the indicator's publication lag.
                 */
                expectedOn: string;
                /**
                 * Format: int32
                 * @description How many days ago that was; 0 where it lies ahead.
                 */
                overdueDays: number;
            } | null;
            /** Format: date-time */
            lastRecordedAt: string | null;
            /** @description The key that last wrote to the series. */
            lastActor: string | null;
            /** @description The targets that read it, or what is made of it. */
            targets: string[];
            /** @description What `expand` asked for. */
            expanded?: {
                indicator?: components["schemas"]["Indicator"] | null;
                area?: components["schemas"]["Area"] | null;
            };
        };
        Figures: {
            indicator: string;
            /** @description The area; null for kommuner that are taken together. */
            area: string | null;
            /** @description The kommuner that are taken together; null for an area. */
            members: string[] | null;
            /** @description The segment; null is the whole. */
            segment: string | null;
            items: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                /** @description Null where it is suppressed or missing; never to be read as zero. */
                value: number | null;
                /** @enum {string} */
                flag: "final" | "provisional" | "suppressed" | "missing";
                /**
                 * Format: int32
                 * @description Which revision of the measurement it is; null where it was calculated, see calculation.
                 */
                revision: number | null;
                source: string | null;
                /** @description How it was calculated; null where it was posted. */
                calculation: components["schemas"]["Lineage"] | null;
            }[];
            /** @description Send it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
        };
        Me: {
            id: string;
            name: string;
            scopes: ("measurements:write" | "plans:write" | "drafts:read" | "admin")[];
            /** @description The kommuner that it is bound to; null for none. */
            kommuner: string[] | null;
            /** @description The indicators that it is bound to; null for none. */
            indicators: string[] | null;
            /**
             * Format: date-time
             * @description When it stops; null for never.
             */
            expiresAt: string | null;
        };
        Key: {
            id: string;
            name: string;
            scopes: ("measurements:write" | "plans:write" | "drafts:read" | "admin")[];
            /** @description The kommuner that it is bound to; null for none. */
            kommuner: string[] | null;
            /** @description The indicators that it is bound to; null for none. */
            indicators: string[] | null;
            /**
             * Format: date-time
             * @description When it stops; null for never.
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The id of the key that made it. */
            createdBy: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        KeyInput: {
            /**
             * @description Who or what it is for.
             * @example Jobindsats, natlig
             */
            name: string;
            /** @description What it may do; admin includes the rest. */
            scopes: ("measurements:write" | "plans:write" | "drafts:read" | "admin")[];
            /** @description The kommuner that it is bound to; null or absent for none. */
            kommuner?: string[] | null;
            /** @description The indicators whose figures it may write; null or absent for all. */
            indicators?: string[] | null;
            /**
             * Format: date-time
             * @description When it stops; null or absent for never.
             */
            expiresAt?: string | null;
        };
        OpenedKey: {
            key: components["schemas"]["Key"];
            /** @description What to send as `Authorization: Bearer`. It is shown this once; null when an Idempotency-Key asks again. */
            secret: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before it still works; null where there was none.
             */
            earlierUntil: string | null;
        };
        KeyRotationInput: {
            /** @description How long the earlier secret still opens the key. Default 24. */
            graceHours?: number;
        };
        Webhook: {
            id: string;
            url: string;
            description: string | null;
            types: ("measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed")[];
            /** @description Only events that concern these; null for all. */
            kommuner: string[] | null;
            /**
             * @description One that ended is sent nothing until it is resumed.
             * @enum {string}
             */
            state: "active" | "ended";
            /** Format: date-time */
            endedAt: string | null;
            endedBecause: string | null;
            /** @description The last event that was looked at for it; null where there is none. */
            lastEvent: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The id of the key that made it. */
            createdBy: string;
        };
        WebhookInput: {
            /**
             * @description Where events are sent to: https, at an address of the public internet, unless the operator allows others.
             * @example https://example.dk/maal
             */
            url: string;
            /** @description The types of events that it is told of. */
            types: ("measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed")[];
            /** @description Only events that concern these kommuner; null or absent for all. Events that name no kommune concern them all. */
            kommuner?: string[] | null;
            /** @description What it is for. */
            description?: string | null;
        };
        OpenedWebhook: {
            webhook: components["schemas"]["Webhook"];
            /** @description What deliveries are signed with. It is shown this once; null when an Idempotency-Key asks again. */
            secret: string | null;
            /**
             * Format: date-time
             * @description Until when the secrets before it sign too; null where there were none.
             */
            earlierUntil: string | null;
        };
        WebhookRotationInput: {
            /** @description How long the earlier secrets still sign beside the new one. Default 24. */
            graceHours?: number;
        };
        Delivery: {
            id: string;
            /** @description The event, which is also the `webhook-id` that is sent. */
            event: string;
            /** @enum {string} */
            type: "measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed";
            /** @description What the event happened to. The events of one subject are sent in their order. */
            subject: string;
            /**
             * Format: int32
             * @description Which replay of the event it is; 0 is the first telling.
             */
            replay: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            attempts: components["schemas"]["DeliveryAttempt"][];
            /**
             * Format: date-time
             * @description When it is tried next, at the earliest; null once it is settled.
             */
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            settledAt: string | null;
        };
        DeliveryAttempt: {
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            durationMs: number;
            /**
             * Format: int32
             * @description The HTTP status that was answered; null where there was no answer.
             */
            status: number | null;
            /** @description Why it is no success; null where it is one. */
            error: string | null;
        };
        ReplayInput: {
            /**
             * @description The events after this one: the `webhook-id` of the last that arrived.
             * @example evt-17
             */
            after?: string;
            /**
             * Format: date-time
             * @description The events from this instant on.
             */
            since?: string;
        };
        Replay: {
            /**
             * Format: int32
             * @description How many events are sent again.
             */
            deliveries: number;
            /** @description Send it as `after` to go on; null where the replay came to the end. */
            next: string | null;
        };
        GoalStatus: {
            goal: string;
            plan: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            /** @description The worst status among the targets covered; null where nothing is judged. */
            overall: components["schemas"]["OverallStatus"] | null;
            counts: components["schemas"]["StatusCounts"];
            /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
            coverage: number | null;
            targets: components["schemas"]["TargetStatus"][];
        };
        PlanStatus: {
            plan: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            /** @description The worst status among the targets covered; null where nothing is judged. */
            overall: components["schemas"]["OverallStatus"] | null;
            counts: components["schemas"]["StatusCounts"];
            /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
            coverage: number | null;
            goals: {
                goal: string;
                /** @description The worst status among the targets covered; null where nothing is judged. */
                overall: components["schemas"]["OverallStatus"] | null;
                counts: components["schemas"]["StatusCounts"];
                /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
                coverage: number | null;
            }[];
            targets: components["schemas"]["TargetStatus"][];
        };
        StatusHistory: {
            target: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            items: components["schemas"]["TargetStatus"][];
        };
        Statuses: {
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            total: components["schemas"]["StatusSummary"];
            /** @description The groups that have any target: areas and indicators by Danish name, statuses from the worst, all else by id. Null without `groupBy`. */
            groups: components["schemas"]["StatusGroup"][] | null;
            items: components["schemas"]["StatusItem"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description All that the filter lets through together, each target once. */
        StatusSummary: {
            /**
             * Format: int32
             * @description How many targets, those only monitored too.
             */
            targets: number;
            /** @description The worst status among the targets covered; null where nothing is judged. */
            overall: components["schemas"]["OverallStatus"] | null;
            counts: components["schemas"]["StatusCounts"];
            /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
            coverage: number | null;
        };
        StatusGroup: {
            /** @description What the targets have in common, by the fields that were asked for; null is none. */
            key: {
                kommune?: components["schemas"]["GroupMember"] | null;
                region?: components["schemas"]["GroupMember"] | null;
                rar?: components["schemas"]["GroupMember"] | null;
                plan?: components["schemas"]["GroupMember"] | null;
                goal?: components["schemas"]["GroupMember"] | null;
                indicator?: components["schemas"]["GroupMember"] | null;
                nationalGoal?: components["schemas"]["GroupMember"] | null;
                nationalGoalNumber?: components["schemas"]["GroupMember"] | null;
                status?: components["schemas"]["GroupMember"] | null;
                ruleKind?: components["schemas"]["GroupMember"] | null;
            };
            /**
             * Format: int32
             * @description How many targets, those only monitored too.
             */
            targets: number;
            /** @description The worst status among the targets covered; null where nothing is judged. */
            overall: components["schemas"]["OverallStatus"] | null;
            counts: components["schemas"]["StatusCounts"];
            /** @description The share of targets with a status other than no_data, not_started and awaiting_data. */
            coverage: number | null;
        };
        GroupMember: {
            id: string;
            name: components["schemas"]["Bilingual"];
        };
        StatusItem: {
            target: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            status: components["schemas"]["Status"];
            /** @description Decided by figures that are not provisional. */
            final: boolean;
            /** @description What is missing, or why there is no better status. */
            reason: components["schemas"]["StatusReason"] | null;
            /** @description With awaiting_data: what it would be as things stand. */
            provisional: components["schemas"]["Judgement"] | null;
            /** @description A milestone whose last deliverable was done after the deadline. */
            late: boolean;
            /** @description A newer figure ought to be out by now. */
            stale: boolean;
            /** @description Whether the measure meets the goal line now; null without a measure. */
            met: boolean | null;
            /** @description The figure that is judged. */
            current: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                benchmark: number | null;
                measure: number;
            } | null;
            /** @description Where the pace starts. */
            baseline: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                on: string;
                value: number | null;
                benchmark: number | null;
                measure: number | null;
            } | null;
            /** @description What the measure is compared with. */
            goalLine: {
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description Where the measure would be by now on a straight line. */
            expected: number | null;
            /** @description The way gone as a share of the way expected by now. */
            pace: number | null;
            paceLimits: {
                /** @description From this share of the expected way on, on_track. */
                onTrack: number;
                /** @description From this share on, at_risk; below, off_track. */
                atRisk: number;
            };
            /** @description The way gone as a share of the whole way. */
            progress: number | null;
            /** @description From the goal line; positive is better than it. */
            distance: number | null;
            /** @enum {string|null} */
            trend: "improving" | "steady" | "worsening" | null;
            /** @description The measure at the deadline by a Theil–Sen line. */
            projection: {
                measure: number;
                met: boolean;
            } | null;
            /** @description Every observation that the status was computed from. */
            evidence: components["schemas"]["Evidence"][];
            /** @description One sentence with the figures, in Danish and in English. */
            explanation: components["schemas"]["Bilingual"];
            rule: components["schemas"]["Rule"];
            /** @description Both days included. */
            window: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                start: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                deadline: string;
            };
            /** @description The parts of a combination. */
            children: components["schemas"]["ChildStatus"][] | null;
            subject: components["schemas"]["StatusSubject"];
        };
        /** @description What the status is of. */
        StatusSubject: {
            code: string;
            title: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            kommune: {
                id: string;
                name: string;
            };
            plan: {
                id: string;
                title: string;
                /** @enum {string} */
                kind: "annual_plan" | "strategy";
                /** @enum {string} */
                status: "draft" | "adopted" | "closed" | "withdrawn";
                period: {
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    to: string;
                };
            };
            goal: {
                id: string;
                code: string;
                title: string;
                nationalGoals: string[];
            };
            /** @description Null where the target names none of its own. */
            indicator: {
                id: string;
                name: components["schemas"]["Bilingual"];
                /** @enum {string} */
                unit: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
                /** Format: int32 */
                decimals: number;
            } | null;
        };
        Comparison: {
            indicator: string;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @description The period that is compared; null where no area has any figure, and then there are no items. */
            period: string | null;
            /** @description The same period a year before. */
            yearBefore: string | null;
            /** Format: date-time */
            knownAt: string;
            /** @enum {string} */
            unit: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
            /**
             * @description What distances and changes are counted in: of percent, percentage points.
             * @enum {string}
             */
            differenceUnit: "percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index";
            /**
             * @description Which figures are the better ones.
             * @enum {string}
             */
            polarity: "higher_is_better" | "lower_is_better" | "neutral";
            /**
             * Format: int32
             * @description How many areas have a figure and with it a rank.
             */
            ranked: number;
            /** @description The country, RAR and regions that they belong to: the posted figure, else (of a RAR or region) made of its members'. */
            groups: components["schemas"]["ComparedGroup"][];
            items: components["schemas"]["AreaComparison"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
        };
        ComparedGroup: {
            area: string;
            name: string;
            /** @description Null without a figure, never to be read as zero; calculated ones are rounded to four decimals. */
            value: number | null;
            /**
             * @description How sure it is; null where there is no figure.
             * @enum {string|null}
             */
            flag: "final" | "provisional" | "suppressed" | "missing" | null;
            /**
             * @description Why there is no value: no figure has come, it is suppressed or missing, the area was not there, or no figure of the group is posted and its members' do not add up (a mean of percentages is none).
             * @enum {string|null}
             */
            reason: "no_figure" | "suppressed" | "missing" | "not_valid" | "not_additive" | null;
        };
        AreaComparison: {
            area: string;
            name: string;
            /** @description Null without a figure, never to be read as zero; calculated ones are rounded to four decimals. */
            value: number | null;
            /**
             * @description How sure it is; null where there is no figure.
             * @enum {string|null}
             */
            flag: "final" | "provisional" | "suppressed" | "missing" | null;
            /**
             * @description Why there is no value: no figure has come, it is suppressed or missing, the area was not there, or no figure of the group is posted and its members' do not add up (a mean of percentages is none).
             * @enum {string|null}
             */
            reason: "no_figure" | "suppressed" | "missing" | "not_valid" | "not_additive" | null;
            /**
             * Format: int32
             * @description 1 is the best; equal figures share a rank, and the next one is passed over (1, 2, 2, 4). Of a neutral indicator 1 is the highest figure, which is then no judgement.
             */
            rank: number | null;
            /**
             * Format: int32
             * @description How many of those compared have a figure.
             */
            of: number;
            /** @description How many per cent of the others have a worse figure: the best has 100, the last 0. */
            percentile: number | null;
            country: components["schemas"]["ComparisonDistance"] | null;
            /** @description Its RAR at the end of the period; null where it belongs to none. */
            rar: components["schemas"]["ComparisonDistance"] | null;
            /** @description Its region at the end of the period; null where it belongs to none. */
            region: components["schemas"]["ComparisonDistance"] | null;
            yearBefore: {
                /** @description The figure of the same period a year before. */
                value: number | null;
                /** @description The change since, in `differenceUnit`. */
                change: number | null;
                /**
                 * @description Why there is no change: a figure is not there, a break in the series lies between, or the period has no namesake a year before.
                 * @enum {string|null}
                 */
                reason: "no_figure" | "series_break" | "no_earlier_period" | null;
            };
            /** @description The targets of its plans that are measured by this series; drafts and withdrawn plans aside. */
            targets: string[];
            /** @description The same in a sentence, in Danish and in English. */
            explanation: components["schemas"]["Bilingual"];
        };
        ComparisonDistance: {
            area: string;
            /** @description Null without a figure, never to be read as zero; calculated ones are rounded to four decimals. */
            value: number | null;
            /**
             * @description How sure it is; null where there is no figure.
             * @enum {string|null}
             */
            flag: "final" | "provisional" | "suppressed" | "missing" | null;
            /**
             * @description Why there is no value: no figure has come, it is suppressed or missing, the area was not there, or no figure of the group is posted and its members' do not add up (a mean of percentages is none).
             * @enum {string|null}
             */
            reason: "no_figure" | "suppressed" | "missing" | "not_valid" | "not_additive" | null;
            /** @description How far above the group (below: negative), in `differenceUnit`. */
            distance: number | null;
        };
        RequiredPace: {
            target: string;
            /**
             * Format: date
             * @description The day the question is asked for.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The instant of knowledge.
             */
            knownAt: string;
            /** @enum {string} */
            kind: "threshold" | "change" | "benchmark_level" | "benchmark_trend" | "gap_reduction" | "direction" | "milestone" | "assessment" | "monitor" | "all_of" | "any_of";
            /**
             * @description required: so much it takes. awaiting_data: the deadline has passed, and so must the figures be that are still to come. met: the line is met as the figures stand. impossible: it cannot be reached. unknown: something to calculate with is missing. not_applicable: the rule measures nothing of its own.
             * @enum {string}
             */
            state: "required" | "awaiting_data" | "met" | "impossible" | "unknown" | "not_applicable";
            /** @enum {string|null} */
            reason: "no_figures_left" | "cannot_be_mended" | "below_zero" | "baseline_missing" | "baseline_zero" | "series_break" | "benchmark_missing" | "figure_missing" | null;
            goalLine: {
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description The figure that is judged, as in the status. */
            current: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                benchmark: number | null;
                measure: number;
            } | null;
            /**
             * Format: int32
             * @description How many periods have no figure yet; null where the indicator is irregular.
             */
            periodsLeft: number | null;
            /** @description The first of them. */
            nextPeriod: string | null;
            /** @description The last period that counts. */
            lastPeriod: string | null;
            /** @description The goal line less the measure. */
            remaining: number | null;
            /** @description How much the measure must move in each period left: of a sum what each must add, of a gap its points; null where it does not add up over periods. */
            perPeriod: number | null;
            /** @description How much that was for each period so far, since the baseline or the first figure of the window; of a mean the mean. */
            soFar: number | null;
            /** @description What the figure itself must be, in its own unit: in the last period, in each that is left, in any one of them, or on average. */
            needed: {
                /** @enum {string} */
                in: "last" | "each" | "any" | "average";
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description That what it is compared with stays as it was in this period; null where nothing is assumed. */
            assumption: {
                benchmark: number;
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
            } | null;
            /** @description Of a milestone the deliverables that are not done, of an assessment the next judgement; null for other rules. */
            due: {
                code: string | null;
                title: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                by: string;
                overdue: boolean;
            }[] | null;
            /** @description The measure as it may be at the deadline if it goes on as before: a forecast, with its band. */
            forecast: components["schemas"]["Forecast"] | null;
            /**
             * @description Why there is no forecast: fewer than six figures, none left to come, a highest or lowest value, or too many periods ahead.
             * @enum {string|null}
             */
            noForecast: "too_few_figures" | "no_figures_left" | "not_forecast" | "too_far" | null;
            /** @description What it takes, and the forecast, said to be one. */
            explanation: components["schemas"]["Bilingual"];
            /** @description The parts of a combination. */
            children: components["schemas"]["ChildRequiredPace"][] | null;
        };
        Forecast: {
            /**
             * @description Always true: this is what may come, not what is.
             * @constant
             */
            forecast: true;
            /**
             * @description line: the Theil–Sen line of the projection through the latest 12 figures. same_period_last_year: the figures of the same periods a year before and the usual change since.
             * @enum {string}
             */
            method: "line" | "same_period_last_year";
            /** @description The last period that counts; null where the indicator is irregular, and then the deadline is meant. */
            period: string | null;
            /** @description What is expected of the measure at the deadline; of a sum or mean, of the whole of it. */
            measure: number;
            low: number;
            /** @description Between low and high it lies with the probability `level`. */
            high: number;
            level: number;
            /** @description Whether what is expected meets the goal line. */
            met: boolean;
            /**
             * @description likely: the line is met in the whole band; open: in a part of it; unlikely: nowhere in it.
             * @enum {string}
             */
            prospect: "likely" | "open" | "unlikely";
            /**
             * Format: int32
             * @description How many figures it was made of.
             */
            figures: number;
            /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
            from: string;
            /** @description The latest of these figures. */
            to: string;
        };
        ChildRequiredPace: {
            indicator: string | null;
            /** @description The segment; null is the whole. */
            segment: string | null;
            /** @enum {string} */
            kind: "threshold" | "change" | "benchmark_level" | "benchmark_trend" | "gap_reduction" | "direction" | "milestone" | "assessment" | "monitor" | "all_of" | "any_of";
            /**
             * @description required: so much it takes. awaiting_data: the deadline has passed, and so must the figures be that are still to come. met: the line is met as the figures stand. impossible: it cannot be reached. unknown: something to calculate with is missing. not_applicable: the rule measures nothing of its own.
             * @enum {string}
             */
            state: "required" | "awaiting_data" | "met" | "impossible" | "unknown" | "not_applicable";
            /** @enum {string|null} */
            reason: "no_figures_left" | "cannot_be_mended" | "below_zero" | "baseline_missing" | "baseline_zero" | "series_break" | "benchmark_missing" | "figure_missing" | null;
            goalLine: {
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description The figure that is judged, as in the status. */
            current: {
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
                value: number | null;
                benchmark: number | null;
                measure: number;
            } | null;
            /**
             * Format: int32
             * @description How many periods have no figure yet; null where the indicator is irregular.
             */
            periodsLeft: number | null;
            /** @description The first of them. */
            nextPeriod: string | null;
            /** @description The last period that counts. */
            lastPeriod: string | null;
            /** @description The goal line less the measure. */
            remaining: number | null;
            /** @description How much the measure must move in each period left: of a sum what each must add, of a gap its points; null where it does not add up over periods. */
            perPeriod: number | null;
            /** @description How much that was for each period so far, since the baseline or the first figure of the window; of a mean the mean. */
            soFar: number | null;
            /** @description What the figure itself must be, in its own unit: in the last period, in each that is left, in any one of them, or on average. */
            needed: {
                /** @enum {string} */
                in: "last" | "each" | "any" | "average";
                /** @enum {string} */
                comparator: "gte" | "gt" | "lte" | "lt";
                value: number;
            } | null;
            /** @description That what it is compared with stays as it was in this period; null where nothing is assumed. */
            assumption: {
                benchmark: number;
                /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                period: string;
            } | null;
            /** @description Of a milestone the deliverables that are not done, of an assessment the next judgement; null for other rules. */
            due: {
                code: string | null;
                title: string | null;
                /**
                 * Format: date
                 * @description YYYY-MM-DD.
                 */
                by: string;
                overdue: boolean;
            }[] | null;
            /** @description The measure as it may be at the deadline if it goes on as before: a forecast, with its band. */
            forecast: components["schemas"]["Forecast"] | null;
            /**
             * @description Why there is no forecast: fewer than six figures, none left to come, a highest or lowest value, or too many periods ahead.
             * @enum {string|null}
             */
            noForecast: "too_few_figures" | "no_figures_left" | "not_forecast" | "too_far" | null;
            /** @description What it takes, and the forecast, said to be one. */
            explanation: components["schemas"]["Bilingual"];
            children: components["schemas"]["ChildRequiredPace"][] | null;
        };
        /** @description What is assumed; nothing of it is stored. */
        WhatIfInput: {
            /** @description Figures that are assumed, of any series that the target reads; they take the place of what was posted. */
            measurements?: components["schemas"]["AssumedFigure"][];
            /**
             * @description What the rule has otherwise: only the fields that are given, as in a PATCH of a target.
             * @example {
             *       "amount": 0.3
             *     }
             */
            rule?: {
                [key: string]: unknown;
            };
            /** @description From when until when it would be judged. */
            window?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                start?: string;
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                deadline?: string;
            };
            /** @description Deliverables of a milestone. */
            deliverables?: {
                code: string;
                /**
                 * Format: date
                 * @description The day it would be done; null: not done.
                 * @example 2024-07-10
                 */
                doneOn: string | null;
            }[];
            /** @description A judgement, of a target that people judge. */
            assessment?: {
                /**
                 * Format: date
                 * @example 2024-07-10
                 */
                on: string;
                /** @enum {string} */
                status: "on_track" | "at_risk" | "off_track" | "achieved" | "missed";
            };
        };
        AssumedFigure: {
            /**
             * @description The indicator; that of the target if absent.
             * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
             */
            indicator?: string;
            /**
             * @description The area; the kommune of the target if absent. A benchmark's is named, such as DK.
             * @example 0250
             */
            area?: string;
            /** @description A segment that the indicator declares; null or absent is the whole. */
            segment?: string | null;
            /** @example 2024-08 */
            period: string;
            /**
             * @description Null where the flag is suppressed or missing.
             * @example 3.9
             */
            value?: number | null;
            /**
             * @description Default final.
             * @enum {string}
             */
            flag?: "final" | "provisional" | "suppressed" | "missing";
        };
        WhatIf: {
            target: string;
            /**
             * @description Always true: nothing of it is stored.
             * @constant
             */
            hypothetical: true;
            /**
             * Format: date
             * @description The day of both statuses: as asked, else today, or the day of the latest thing that is assumed.
             */
            asOf: string;
            /** Format: date-time */
            knownAt: string;
            /** @description What was assumed, as it was understood. */
            assumed: {
                measurements: {
                    indicator: string;
                    area: string;
                    /** @description The segment; null is the whole. */
                    segment: string | null;
                    /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                    period: string;
                    value: number | null;
                    /** @enum {string} */
                    flag: "final" | "provisional" | "suppressed" | "missing";
                }[];
                /** @description The whole rule as it would be; null where it stays. */
                rule: components["schemas"]["Rule"] | null;
                /** @description The window as it would be; null where rule and window stay. */
                window: {
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    start: string;
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    deadline: string;
                } | null;
                deliverables: {
                    code: string;
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    doneOn: string | null;
                }[];
                assessment: {
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    on: string;
                    /** @enum {string} */
                    status: "on_track" | "at_risk" | "off_track" | "achieved" | "missed";
                } | null;
            };
            /** @description The status without the assumptions. */
            actual: components["schemas"]["TargetStatus"];
            /** @description The status with them, `final` as if they were posted. In its evidence what is assumed has neither revision nor calculation. */
            whatIf: components["schemas"]["TargetStatus"];
            /** @description The figures with the assumptions less those without; null where one of them is not there. */
            difference: {
                /**
                 * @description How the status changes, in the order missed, off_track, at_risk, awaiting_data, no_data, not_started, on_track, achieved; null where it is only followed.
                 * @enum {string|null}
                 */
                status: "better" | "same" | "worse" | null;
                measure: number | null;
                distance: number | null;
                pace: number | null;
                progress: number | null;
            };
        };
        Changes: {
            items: components["schemas"]["Change"][];
            /** @description Where to go on: send it as `after`, now or later. Always given. */
            nextCursor: string;
            /** @description There is more to fetch at once, even where the filters left `items` empty. */
            hasMore: boolean;
        };
        /** @description Something that happened, told apart by its type. */
        Change: components["schemas"]["StatusChange"] | components["schemas"]["OtherChange"];
        /** @description The status of a target became another. */
        StatusChange: {
            /** @description evt- and the event's number; numbers have no gaps. */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "target.status_changed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Other members may come later. */
            data: {
                /** @description What it happened to, by id: an import, a plan, a target or an indicator. */
                subject: string;
                target: string;
                plan: string;
                kommune: string;
                /** @description What was announced last; null where nothing was. */
                before: {
                    status: components["schemas"]["Status"];
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    asOf: string;
                } | null;
                after: {
                    status: components["schemas"]["Status"];
                    /** @description Decided by figures that are not provisional. */
                    final: boolean;
                    /** @description What is missing, or why there is no better status. */
                    reason: components["schemas"]["StatusReason"] | null;
                    /** @description With awaiting_data: what it would be as things stand. */
                    provisional: components["schemas"]["Judgement"] | null;
                    /** @description The figure that is judged. */
                    current: {
                        /** @description A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31. */
                        period: string;
                        value: number | null;
                        benchmark: number | null;
                        measure: number;
                    } | null;
                    /** @description What the measure is compared with. */
                    goalLine: {
                        /** @enum {string} */
                        comparator: "gte" | "gt" | "lte" | "lt";
                        value: number;
                    } | null;
                    /**
                     * Format: date
                     * @description YYYY-MM-DD.
                     */
                    asOf: string;
                };
                why: components["schemas"]["Bilingual"];
                /** @description The event that made it so, by its number; or a new day, by none. */
                because: {
                    /** @enum {string} */
                    type: "measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed" | "calendar";
                    /** Format: int32 */
                    seq: number | null;
                };
            } & {
                [key: string]: unknown;
            };
        };
        /** @description Something else happened. */
        OtherChange: {
            /** @description evt- and the event's number; numbers have no gaps. */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What is told of it, by type; other members may come later. */
            data: {
                /** @description What it happened to, by id: an import, a plan, a target or an indicator. */
                subject: string;
            } & {
                [key: string]: unknown;
            };
        };
        Comment: {
            id: string;
            target: string;
            /**
             * Format: date
             * @description The day that the remark is of.
             */
            on: string;
            text: string;
            /** @description Who says it, as the report names them. */
            author: string;
            /**
             * Format: int32
             * @description Counts from 1 with each change.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it was first written.
             */
            createdAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Who recorded it: the id of the key. */
            actor: string;
        };
        CommentInput: {
            /**
             * Format: date
             * @description The day that the remark is of.
             * @example 2024-07-10
             */
            on: string;
            /** @description What is said. */
            text: string;
            /**
             * @description Who says it, as the report names them.
             * @example Arbejdsmarkedschefen
             */
            author: string;
        };
        CommentChange: {
            /**
             * Format: date
             * @description The day that the remark is of.
             * @example 2024-07-10
             */
            on?: string;
            /** @description What is said. */
            text?: string;
            /**
             * @description Who says it, as the report names them.
             * @example Arbejdsmarkedschefen
             */
            author?: string;
        };
        AuditEntry: {
            /** @description aud- and the entry's number; numbers have no gaps. */
            id: string;
            /**
             * Format: date-time
             * @description When it was done.
             */
            at: string;
            actor: {
                /** @description The id of the key, or of who signed in; seed, server and operator are the server itself and its command line. */
                id: string;
                /** @description What the key was called then. */
                name: string;
            };
            /** @description The X-Request-Id of the request; null where it was none. */
            requestId: string | null;
            /** @enum {string} */
            action: "plan.created" | "plan.changed" | "plan.removed" | "indicator.created" | "indicator.changed" | "indicator.removed" | "national_goal.created" | "national_goal.changed" | "national_goal.removed" | "mapping.created" | "mapping.changed" | "mapping.removed" | "measurements.recorded" | "measurements.withdrawn" | "measurements.undone" | "deliverable.recorded" | "assessment.recorded" | "comment.recorded" | "comment.changed" | "comment.withdrawn" | "key.created" | "key.rotated" | "key.revoked" | "webhook.created" | "webhook.rotated" | "webhook.resumed" | "webhook.replayed" | "webhook.removed";
            /** @description What it was done to. */
            subject: {
                /** @enum {string} */
                kind: "plan" | "target" | "indicator" | "national_goal" | "mapping" | "import" | "key" | "webhook";
                id: string;
            };
            /** @description The plan that it concerns; null where it concerns none. */
            plan: string | null;
            /** @description The one kommune that it concerns; null where it concerns none, or several. */
            kommune: string | null;
            /** @description Why, in the words of who did it. */
            reason: string | null;
            /** @description From what to what. Secrets are never among it. */
            changes: components["schemas"]["DocumentChange"][];
        };
        /** @description A conflict: a problem with what is different since the version that the change was made on top of. */
        VersionConflict: {
            /** @description A stable URI for each code: `urn:problem:maalopfoelgning:` and the code. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description What happened, where, and what to do. */
            detail: string;
            /** @description The path that was asked. */
            instance: string;
            /** @constant */
            code: "version_conflict";
            /**
             * Format: int32
             * @description The version that is there.
             */
            currentVersion?: number;
            /**
             * Format: int32
             * @description The version that the change was made on top of; null where there is no such version.
             */
            changesSince?: number | null;
            /** @description What others changed since. */
            changes?: components["schemas"]["DocumentChange"][];
            /**
             * Format: int32
             * @description How many changes more there are than can be shown here.
             */
            moreChanges?: number;
        };
    };
    responses: {
        /** @description Another change of the same thing came first: look at it, then try again. */
        conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The key lacks the scope, or is for other kommuner. */
        forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The Idempotency-Key was sent before with another request: send each request its own. */
        idempotency_key_reused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Something went wrong here, and was logged. */
        internal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description A parameter, header or the body is not of the form asked for. */
        invalid_request: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Accept takes none of the media types that this is answered in. */
        not_acceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description There is nothing with this id that the caller may see. */
        not_found: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is larger than the server takes. */
        payload_too_large: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The thing exists: say by If-Match which version was changed. */
        precondition_required: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Too many requests in a minute: Retry-After says how many seconds to wait. */
        rate_limited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The disk of the database is full, so nothing was written; reads are answered. Whoever runs the server must make room. */
        storage_full: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description There is no key where one is needed, or the key is not valid. */
        unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The database cannot answer right now, too many files are being read, or the first request with this Idempotency-Key is still under way: try again after Retry-After seconds. */
        unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The content names something that does not exist, or cannot be judged. */
        unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is of a media type that this does not take. */
        unsupported_media_type: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description If-Match or If-None-Match does not hold: read the current version and put the change on top of it. */
        version_conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Data-Version": components["headers"]["Data-Version"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["VersionConflict"];
            };
        };
    };
    parameters: {
        /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
        IfNoneMatch: string;
        /**
         * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
         * @example 1041.2210
         */
        DataVersion: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of the request: the one that was sent, or a new one. The audit trail and the server's log name it.
         * @example 0f3b8a52-7c1d-4f4e-9a55-2f6f3d1f0c11
         */
        "X-Request-Id": string;
        /**
         * @description How many requests are left (r) and in how many seconds they are counted anew (t); absent where the server does not count.
         * @example "minute";r=29999;t=60
         */
        RateLimit: string;
        /**
         * @description How many requests (q) may be sent in how many seconds (w); absent where the server does not count.
         * @example "minute";q=30000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Which origin's pages may read the answer, as the server is configured; absent where it may be none.
         * @example *
         */
        "Access-Control-Allow-Origin": string;
        /**
         * @description How far the data has come that the answer shows, or the write that it tells of: send it back as Data-Version. Only where the server reads from replicas.
         * @example 1041.2210
         */
        "Data-Version": string;
        /**
         * @description Names the version of the answer: send it back as If-None-Match. That of a plan, a goal or a target begins with the plan's version, which If-Match takes.
         * @example W/"m2Zc0xkQx1V7h3uXo9aB2w"
         */
        ETag: string;
        /**
         * @description How many seconds to wait before the request is sent again.
         * @example 12
         */
        "Retry-After": string;
        /**
         * @description How to say who one is.
         * @example Bearer
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listKommuner: {
        parameters: {
            query?: {
                /** @description Only members of this area, such as RAR-SJ. Several with commas between: any of them. */
                memberOf?: string[];
                /**
                 * @description Only what is valid on this day: areas and, with memberOf, memberships. A day that is not known does not exclude.
                 * @example 2024-07-10
                 */
                on?: string;
                /**
                 * @description Only those with all of these words, or parts of words, in the name and the other names that sources use. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "name" | "-name" | "kind" | "-kind";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, code, kind, name, aliases, codes, memberships, validFrom, validTo, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kommuner. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0250",
                     *           "code": "0250",
                     *           "kind": "kommune",
                     *           "name": "Frederikssund",
                     *           "aliases": [
                     *             "Frederiksund"
                     *           ],
                     *           "codes": {
                     *             "statbank": "250"
                     *           },
                     *           "memberships": [
                     *             {
                     *               "area": "1084",
                     *               "validFrom": null,
                     *               "validTo": "2026-12-31"
                     *             },
                     *             {
                     *               "area": "REGION-OESTDANMARK",
                     *               "validFrom": "2027-01-01",
                     *               "validTo": null
                     *             }
                     *           ],
                     *           "validFrom": null,
                     *           "validTo": null,
                     *           "note": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Area"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getKommune: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, code, kind, name, aliases, codes, memberships, validFrom, validTo, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description Four digits; three are taken too.
                 * @example 0250
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kommune. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0250",
                     *       "code": "0250",
                     *       "kind": "kommune",
                     *       "name": "Frederikssund",
                     *       "aliases": [
                     *         "Frederiksund"
                     *       ],
                     *       "codes": {
                     *         "statbank": "250"
                     *       },
                     *       "memberships": [
                     *         {
                     *           "area": "1084",
                     *           "validFrom": null,
                     *           "validTo": "2026-12-31"
                     *         },
                     *         {
                     *           "area": "REGION-OESTDANMARK",
                     *           "validFrom": "2027-01-01",
                     *           "validTo": null
                     *         }
                     *       ],
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "note": null
                     *     }
                     */
                    "application/json": components["schemas"]["Area"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listAreas: {
        parameters: {
            query?: {
                /** @description Only areas of this kind. Several with commas between: any of them. */
                kind?: ("country" | "region" | "rar" | "council" | "kommune")[];
                /** @description Only members of this area, such as RAR-SJ. Several with commas between: any of them. */
                memberOf?: string[];
                /**
                 * @description Only what is valid on this day: areas and, with memberOf, memberships. A day that is not known does not exclude.
                 * @example 2024-07-10
                 */
                on?: string;
                /**
                 * @description Only those with all of these words, or parts of words, in the name and the other names that sources use. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "name" | "-name" | "kind" | "-kind";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, code, kind, name, aliases, codes, memberships, validFrom, validTo, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The areas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0250",
                     *           "code": "0250",
                     *           "kind": "kommune",
                     *           "name": "Frederikssund",
                     *           "aliases": [
                     *             "Frederiksund"
                     *           ],
                     *           "codes": {
                     *             "statbank": "250"
                     *           },
                     *           "memberships": [
                     *             {
                     *               "area": "1084",
                     *               "validFrom": null,
                     *               "validTo": "2026-12-31"
                     *             },
                     *             {
                     *               "area": "REGION-OESTDANMARK",
                     *               "validFrom": "2027-01-01",
                     *               "validTo": null
                     *             }
                     *           ],
                     *           "validFrom": null,
                     *           "validTo": null,
                     *           "note": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Area"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getArea: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, code, kind, name, aliases, codes, memberships, validFrom, validTo, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the area, or its code in another source.
                 * @example 0250
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The area. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0250",
                     *       "code": "0250",
                     *       "kind": "kommune",
                     *       "name": "Frederikssund",
                     *       "aliases": [
                     *         "Frederiksund"
                     *       ],
                     *       "codes": {
                     *         "statbank": "250"
                     *       },
                     *       "memberships": [
                     *         {
                     *           "area": "1084",
                     *           "validFrom": null,
                     *           "validTo": "2026-12-31"
                     *         },
                     *         {
                     *           "area": "REGION-OESTDANMARK",
                     *           "validFrom": "2027-01-01",
                     *           "validTo": null
                     *         }
                     *       ],
                     *       "validFrom": null,
                     *       "validTo": null,
                     *       "note": null
                     *     }
                     */
                    "application/json": components["schemas"]["Area"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listIndicators: {
        parameters: {
            query?: {
                /** @description Only indicators of this unit. Several with commas between: any of them. */
                unit?: ("percent" | "percentage_points" | "persons" | "fulltime_persons" | "count" | "ratio" | "hours" | "days" | "weeks" | "dkk" | "index")[];
                /** @description Only indicators of this frequency. Several with commas between: any of them. */
                frequency?: ("year" | "half" | "quarter" | "month" | "week" | "day" | "irregular")[];
                /** @description Only indicators of this polarity. Several with commas between: any of them. */
                polarity?: ("higher_is_better" | "lower_is_better" | "neutral")[];
                /**
                 * @description Only those with all of these words, or parts of words, in the id, the names and the definition. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "name" | "-name" | "unit" | "-unit" | "frequency" | "-frequency" | "polarity" | "-polarity";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, name, definition, unit, polarity, frequency, publicationLagDays, breaks, source, decimals, segments, additive, calculation. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indicators. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "name": {
                     *             "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *             "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *           },
                     *           "definition": "Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.",
                     *           "unit": "percent",
                     *           "polarity": "lower_is_better",
                     *           "frequency": "month",
                     *           "publicationLagDays": 45,
                     *           "breaks": [],
                     *           "source": "Jobindsats",
                     *           "decimals": 1,
                     *           "segments": [],
                     *           "additive": false,
                     *           "calculation": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Indicator"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getIndicator: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, name, definition, unit, polarity, frequency, publicationLagDays, breaks, source, decimals, segments, additive, calculation. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indicator. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "name": {
                     *         "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *         "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *       },
                     *       "definition": "Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.",
                     *       "unit": "percent",
                     *       "polarity": "lower_is_better",
                     *       "frequency": "month",
                     *       "publicationLagDays": 45,
                     *       "breaks": [],
                     *       "source": "Jobindsats",
                     *       "decimals": 1,
                     *       "segments": [],
                     *       "additive": false,
                     *       "calculation": null
                     *     }
                     */
                    "application/json": components["schemas"]["Indicator"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    putIndicator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                 *         "en": "Sickness benefit and job clarification, per cent of the labour force"
                 *       },
                 *       "unit": "percent",
                 *       "polarity": "lower_is_better",
                 *       "frequency": "month",
                 *       "publicationLagDays": 45,
                 *       "source": "Jobindsats",
                 *       "decimals": 1
                 *     }
                 */
                "application/json": components["schemas"]["IndicatorInput"];
            };
        };
        responses: {
            /** @description Replaced. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "name": {
                     *         "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *         "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *       },
                     *       "definition": "Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.",
                     *       "unit": "percent",
                     *       "polarity": "lower_is_better",
                     *       "frequency": "month",
                     *       "publicationLagDays": 45,
                     *       "breaks": [],
                     *       "source": "Jobindsats",
                     *       "decimals": 1,
                     *       "segments": [],
                     *       "additive": false,
                     *       "calculation": null
                     *     }
                     */
                    "application/json": components["schemas"]["Indicator"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "name": {
                     *         "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *         "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *       },
                     *       "definition": "Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.",
                     *       "unit": "percent",
                     *       "polarity": "lower_is_better",
                     *       "frequency": "month",
                     *       "publicationLagDays": 45,
                     *       "breaks": [],
                     *       "source": "Jobindsats",
                     *       "decimals": 1,
                     *       "segments": [],
                     *       "additive": false,
                     *       "calculation": null
                     *     }
                     */
                    "application/json": components["schemas"]["Indicator"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            /** @description `conflict`: Another change of the same thing came first: look at it, then try again. `frequency_locked`: The indicator has measurements, so its frequency stays as it is. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    removeIndicator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    updateIndicator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "publicationLagDays": 60,
                 *       "source": null
                 *     }
                 */
                "application/json": components["schemas"]["IndicatorPatch"];
                /**
                 * @example {
                 *       "publicationLagDays": 60,
                 *       "source": null
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["IndicatorPatch"];
            };
        };
        responses: {
            /** @description Changed, or as it was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "name": {
                     *         "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *         "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *       },
                     *       "definition": "Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.",
                     *       "unit": "percent",
                     *       "polarity": "lower_is_better",
                     *       "frequency": "month",
                     *       "publicationLagDays": 60,
                     *       "breaks": [],
                     *       "source": null,
                     *       "decimals": 1,
                     *       "segments": [],
                     *       "additive": false,
                     *       "calculation": null
                     *     }
                     */
                    "application/json": components["schemas"]["Indicator"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            /** @description `conflict`: Another change of the same thing came first: look at it, then try again. `frequency_locked`: The indicator has measurements, so its frequency stays as it is. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listNationalGoals: {
        parameters: {
            query?: {
                /** @description Only the goals of this year. Several with commas between: any of them. */
                year?: number[];
                /** @description Only the goals with this number. Several with commas between: any of them. */
                number?: number[];
                /**
                 * @description Only those with all of these words, or parts of words, in the title. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "year" | "-year" | "number" | "-number" | "title" | "-title";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, year, number, title. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The national goals. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2023-5",
                     *           "year": 2023,
                     *           "number": 5,
                     *           "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["NationalGoal"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getNationalGoal: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, year, number, title. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description Year and number.
                 * @example 2023-5
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The national goal. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2023-5",
                     *       "year": 2023,
                     *       "number": 5,
                     *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                     *     }
                     */
                    "application/json": components["schemas"]["NationalGoal"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    putNationalGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Year and number.
                 * @example 2023-5
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                 *     }
                 */
                "application/json": components["schemas"]["NationalGoalInput"];
            };
        };
        responses: {
            /** @description Replaced. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2023-5",
                     *       "year": 2023,
                     *       "number": 5,
                     *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                     *     }
                     */
                    "application/json": components["schemas"]["NationalGoal"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2023-5",
                     *       "year": 2023,
                     *       "number": 5,
                     *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                     *     }
                     */
                    "application/json": components["schemas"]["NationalGoal"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    removeNationalGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Year and number.
                 * @example 2023-5
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    updateNationalGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Year and number.
                 * @example 2023-5
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                 *     }
                 */
                "application/json": components["schemas"]["NationalGoalPatch"];
                /**
                 * @example {
                 *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["NationalGoalPatch"];
            };
        };
        responses: {
            /** @description Changed, or as it was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2023-5",
                     *       "year": 2023,
                     *       "number": 5,
                     *       "title": "Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft"
                     *     }
                     */
                    "application/json": components["schemas"]["NationalGoal"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description Only plans of this kommune. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only plans of this kind. Several with commas between: any of them. */
                kind?: ("annual_plan" | "strategy")[];
                /** @description Only plans of this status; drafts need the scope drafts:read. Several with commas between: any of them. */
                status?: ("draft" | "adopted" | "closed" | "withdrawn")[];
                /** @description Only plans with a goal that adopts this national goal. Several with commas between: any of them. */
                nationalGoal?: string[];
                /** @description Only plans with a target that reads this indicator, benchmarks included. Several with commas between: any of them. */
                indicator?: string[];
                /**
                 * @description Only plans whose period covers this day.
                 * @example 2024-07-10
                 */
                on?: string;
                /**
                 * @description Only plans whose period ends on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only plans whose period begins on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /**
                 * @description Only those with all of these words, or parts of words, in the id and the title. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "title" | "-title" | "kommune" | "-kommune" | "kind" | "-kind" | "status" | "-status" | "from" | "-from" | "to" | "-to" | "recordedAt" | "-recordedAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, kommune, title, kind, period, status, adoptedBy, adoptedOn, umbrella, mandatedByLaw, paceLimits, sources, commitments, swot, relations, notes, version, recordedAt, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("kommune" | "status")[];
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "frederikssund-2024",
                     *           "kommune": "0250",
                     *           "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                     *           "kind": "annual_plan",
                     *           "period": {
                     *             "from": "2024-01-01",
                     *             "to": "2024-12-31"
                     *           },
                     *           "status": "adopted",
                     *           "adoptedBy": null,
                     *           "adoptedOn": null,
                     *           "umbrella": null,
                     *           "mandatedByLaw": false,
                     *           "paceLimits": null,
                     *           "sources": [
                     *             {
                     *               "title": "Mål og strategier for indsatsen i 2024",
                     *               "location": "Side 5-13"
                     *             }
                     *           ],
                     *           "commitments": [
                     *             {
                     *               "code": "C1",
                     *               "text": "Borgernes tilfredshed med jobcenteret undersøges en gang om året.",
                     *               "quantity": 1,
                     *               "unit": "surveys",
                     *               "per": "year",
                     *               "due": null,
                     *               "location": "Fokusområde 1, indledning, afsnit 5"
                     *             }
                     *           ],
                     *           "swot": null,
                     *           "relations": [],
                     *           "notes": [],
                     *           "version": 1,
                     *           "recordedAt": "2026-01-01T00:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PlanSummaryExpanded"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createPlan: {
        parameters: {
            query?: {
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "frederikssund-2028",
                 *       "kommune": "0250",
                 *       "title": "Beskæftigelsesplan 2028 – Frederikssund Kommune",
                 *       "kind": "annual_plan",
                 *       "period": {
                 *         "from": "2028-01-01",
                 *         "to": "2028-12-31"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PlanInput"];
            };
        };
        responses: {
            /** @description Only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2028",
                     *       "item": "frederikssund-2028",
                     *       "version": 1,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/title",
                     *           "op": "add",
                     *           "before": null,
                     *           "after": "Beskæftigelsesplan 2028 – Frederikssund Kommune"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2028",
                     *       "item": "frederikssund-2028",
                     *       "version": 1,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/title",
                     *           "op": "add",
                     *           "before": null,
                     *           "after": "Beskæftigelsesplan 2028 – Frederikssund Kommune"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getPlan: {
        parameters: {
            query?: {
                /** @description The plan as it stood at this version; the current one if absent. */
                version?: number;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, kommune, title, kind, period, status, adoptedBy, adoptedOn, umbrella, mandatedByLaw, paceLimits, sources, commitments, swot, relations, notes, version, recordedAt, goals, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("kommune" | "status")[];
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "frederikssund-2024",
                     *       "kommune": "0250",
                     *       "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                     *       "kind": "annual_plan",
                     *       "period": {
                     *         "from": "2024-01-01",
                     *         "to": "2024-12-31"
                     *       },
                     *       "status": "adopted",
                     *       "adoptedBy": null,
                     *       "adoptedOn": null,
                     *       "umbrella": null,
                     *       "mandatedByLaw": false,
                     *       "paceLimits": null,
                     *       "sources": [
                     *         {
                     *           "title": "Mål og strategier for indsatsen i 2024",
                     *           "location": "Side 5-13"
                     *         }
                     *       ],
                     *       "commitments": [
                     *         {
                     *           "code": "C1",
                     *           "text": "Borgernes tilfredshed med jobcenteret undersøges en gang om året.",
                     *           "quantity": 1,
                     *           "unit": "surveys",
                     *           "per": "year",
                     *           "due": null,
                     *           "location": "Fokusområde 1, indledning, afsnit 5"
                     *         }
                     *       ],
                     *       "swot": null,
                     *       "relations": [],
                     *       "notes": [],
                     *       "version": 1,
                     *       "recordedAt": "2026-01-01T00:00:00.000Z",
                     *       "goals": [
                     *         {
                     *           "id": "frederikssund-2024.3",
                     *           "plan": "frederikssund-2024",
                     *           "kommune": "0250",
                     *           "code": "3",
                     *           "kind": "focus_area",
                     *           "title": "Færre og kortere sygedagpengeforløb",
                     *           "summary": null,
                     *           "nationalGoals": [],
                     *           "period": {
                     *             "from": "2024-01-01",
                     *             "to": "2024-12-31"
                     *           },
                     *           "objectives": [
                     *             {
                     *               "code": "3.O1",
                     *               "text": "Sygemeldte skal hurtigere tilbage i arbejde og beholde deres job, mens de er syge.",
                     *               "location": "Fokusområde 3, indledning, afsnit 1"
                     *             }
                     *           ],
                     *           "initiatives": [
                     *             {
                     *               "code": "3.I1",
                     *               "title": "Tidlig, tæt og arbejdspladsrettet indsats",
                     *               "summary": null,
                     *               "group": null,
                     *               "status": "planned",
                     *               "location": "Fokusområde 3, indledning, afsnit 1"
                     *             }
                     *           ],
                     *           "location": "Fokusområde 3",
                     *           "targets": [
                     *             {
                     *               "id": "frederikssund-2024.3a",
                     *               "plan": "frederikssund-2024",
                     *               "goal": "frederikssund-2024.3",
                     *               "kommune": "0250",
                     *               "planStatus": "adopted",
                     *               "code": "3a",
                     *               "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "segment": null,
                     *               "population": "Borgere på sygedagpenge og i jobafklaringsforløb",
                     *               "followUp": "Jobindsats og egne beregninger",
                     *               "window": {
                     *                 "start": "2024-01-01",
                     *                 "deadline": "2024-12-31"
                     *               },
                     *               "rule": {
                     *                 "kind": "gap_reduction",
                     *                 "amount": 0.2,
                     *                 "benchmark": {
                     *                   "area": "DK"
                     *                 },
                     *                 "baseline": {
                     *                   "period": "2023-08"
                     *                 }
                     *               },
                     *               "paceLimits": null,
                     *               "location": "Fokusområde 3, Resultatmål 3a; Bilag 2, Resultatmål 3a"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanExpanded"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    deletePlan: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024",
                     *       "version": 0,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/title",
                     *           "op": "remove",
                     *           "before": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                     *           "after": null
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    updatePlan: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "adoptedBy": "Byrådet",
                 *       "paceLimits": null
                 *     }
                 */
                "application/json": components["schemas"]["PlanPatch"];
                /**
                 * @example {
                 *       "adoptedBy": "Byrådet",
                 *       "paceLimits": null
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["PlanPatch"];
            };
        };
        responses: {
            /** @description Changed, unchanged, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/adoptedBy",
                     *           "op": "replace",
                     *           "before": null,
                     *           "after": "Byrådet"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listPlanVersions: {
        parameters: {
            query?: {
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "version" | "-version";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: version, status, recordedAt, actor, reason. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "version": 2,
                     *           "status": "adopted",
                     *           "recordedAt": "2024-05-15T09:00:00.000Z",
                     *           "actor": "key-1",
                     *           "reason": "Byrådet hævede kravet"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PlanVersion"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getPlanDocument: {
        parameters: {
            query?: {
                /** @description The plan as it stood at this version; the current one if absent. */
                version?: number;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, kommune, title, kind, period, status, adoptedBy, adoptedOn, umbrella, mandatedByLaw, paceLimits, sources, goals, commitments, swot, relations, notes. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "frederikssund-2024",
                     *       "kommune": "0250",
                     *       "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                     *       "kind": "annual_plan",
                     *       "period": {
                     *         "from": "2024-01-01",
                     *         "to": "2024-12-31"
                     *       },
                     *       "status": "adopted",
                     *       "goals": [
                     *         {
                     *           "code": "3",
                     *           "kind": "focus_area",
                     *           "title": "Færre og kortere sygedagpengeforløb",
                     *           "targets": [
                     *             {
                     *               "code": "3a",
                     *               "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "window": {
                     *                 "start": "2024-01-01",
                     *                 "deadline": "2024-12-31"
                     *               },
                     *               "rule": {
                     *                 "kind": "gap_reduction",
                     *                 "amount": 0.2,
                     *                 "benchmark": {
                     *                   "area": "DK"
                     *                 },
                     *                 "baseline": {
                     *                   "period": "2023-08"
                     *                 }
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanDocument"];
                    /**
                     * @example {
                     *       "id": "frederikssund-2024",
                     *       "kommune": "0250",
                     *       "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                     *       "kind": "annual_plan",
                     *       "period": {
                     *         "from": "2024-01-01",
                     *         "to": "2024-12-31"
                     *       },
                     *       "status": "adopted",
                     *       "goals": [
                     *         {
                     *           "code": "3",
                     *           "kind": "focus_area",
                     *           "title": "Færre og kortere sygedagpengeforløb",
                     *           "targets": [
                     *             {
                     *               "code": "3a",
                     *               "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "window": {
                     *                 "start": "2024-01-01",
                     *                 "deadline": "2024-12-31"
                     *               },
                     *               "rule": {
                     *                 "kind": "gap_reduction",
                     *                 "amount": 0.2,
                     *                 "benchmark": {
                     *                   "area": "DK"
                     *                 },
                     *                 "baseline": {
                     *                   "period": "2023-08"
                     *                 }
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/yaml": components["schemas"]["PlanDocument"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    putPlanDocument: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for an adopted plan. */
                reason?: string;
                /** @description Write nothing: only tell what would change. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The ETag of the version that was changed; needed once the plan exists. */
                "If-Match"?: string;
                /** @description * where the plan must be new. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "frederikssund-2024",
                 *       "kommune": "0250",
                 *       "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                 *       "kind": "annual_plan",
                 *       "period": {
                 *         "from": "2024-01-01",
                 *         "to": "2024-12-31"
                 *       },
                 *       "status": "adopted",
                 *       "goals": [
                 *         {
                 *           "code": "3",
                 *           "kind": "focus_area",
                 *           "title": "Færre og kortere sygedagpengeforløb",
                 *           "targets": [
                 *             {
                 *               "code": "3a",
                 *               "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                 *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                 *               "window": {
                 *                 "start": "2024-01-01",
                 *                 "deadline": "2024-12-31"
                 *               },
                 *               "rule": {
                 *                 "kind": "gap_reduction",
                 *                 "amount": 0.2,
                 *                 "benchmark": {
                 *                   "area": "DK"
                 *                 },
                 *                 "baseline": {
                 *                   "period": "2023-08"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanDocument"];
                /**
                 * @example {
                 *       "id": "frederikssund-2024",
                 *       "kommune": "0250",
                 *       "title": "Beskæftigelsesplan 2024 – Frederikssund Kommune",
                 *       "kind": "annual_plan",
                 *       "period": {
                 *         "from": "2024-01-01",
                 *         "to": "2024-12-31"
                 *       },
                 *       "status": "adopted",
                 *       "goals": [
                 *         {
                 *           "code": "3",
                 *           "kind": "focus_area",
                 *           "title": "Færre og kortere sygedagpengeforløb",
                 *           "targets": [
                 *             {
                 *               "code": "3a",
                 *               "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                 *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                 *               "window": {
                 *                 "start": "2024-01-01",
                 *                 "deadline": "2024-12-31"
                 *               },
                 *               "rule": {
                 *                 "kind": "gap_reduction",
                 *                 "amount": 0.2,
                 *                 "benchmark": {
                 *                   "area": "DK"
                 *                 },
                 *                 "baseline": {
                 *                   "period": "2023-08"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/yaml": components["schemas"]["PlanDocument"];
            };
        };
        responses: {
            /** @description Replaced, unchanged, or a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "dryRun": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanPut"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "dryRun": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanPut"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    copyPlan: {
        parameters: {
            query?: {
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": 2025
                 *     }
                 */
                "application/json": components["schemas"]["CopyPlanInput"];
            };
        };
        responses: {
            /** @description Only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2025",
                     *       "item": "frederikssund-2025",
                     *       "version": 1,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/title",
                     *           "op": "add",
                     *           "before": null,
                     *           "after": "Beskæftigelsesplan 2025 – Frederikssund Kommune"
                     *         }
                     *       ],
                     *       "warnings": [],
                     *       "proposals": [
                     *         {
                     *           "target": "frederikssund-2025.3a",
                     *           "pointer": "/goals/2/targets/0/rule/baseline",
                     *           "from": {
                     *             "period": "2023-08"
                     *           },
                     *           "to": {
                     *             "period": "2024-12"
                     *           },
                     *           "why": {
                     *             "da": "Det endelige tal for succeskriteriets sidste periode, 2024-12, er kommet: derfra måles der videre.",
                     *             "en": "The final figure of the old window's last period, 2024-12, is in: the new target is measured from there."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanCopy"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2025",
                     *       "item": "frederikssund-2025",
                     *       "version": 1,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/title",
                     *           "op": "add",
                     *           "before": null,
                     *           "after": "Beskæftigelsesplan 2025 – Frederikssund Kommune"
                     *         }
                     *       ],
                     *       "warnings": [],
                     *       "proposals": [
                     *         {
                     *           "target": "frederikssund-2025.3a",
                     *           "pointer": "/goals/2/targets/0/rule/baseline",
                     *           "from": {
                     *             "period": "2023-08"
                     *           },
                     *           "to": {
                     *             "period": "2024-12"
                     *           },
                     *           "why": {
                     *             "da": "Det endelige tal for succeskriteriets sidste periode, 2024-12, er kommet: derfra måles der videre.",
                     *             "en": "The final figure of the old window's last period, 2024-12, is in: the new target is measured from there."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanCopy"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    adoptPlan: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "adoptedBy": "Byrådet",
                 *       "adoptedOn": "2023-12-13"
                 *     }
                 */
                "application/json": components["schemas"]["AdoptInput"];
            };
        };
        responses: {
            /** @description Done, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/status",
                     *           "op": "replace",
                     *           "before": "draft",
                     *           "after": "adopt"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    closePlan: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Planens år er gået"
                 *     }
                 */
                "application/json": components["schemas"]["EndPlanInput"];
            };
        };
        responses: {
            /** @description Done, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/status",
                     *           "op": "replace",
                     *           "before": "draft",
                     *           "after": "close"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    withdrawPlan: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Erstattet af en ny plan"
                 *     }
                 */
                "application/json": components["schemas"]["EndPlanInput"];
            };
        };
        responses: {
            /** @description Done, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/status",
                     *           "op": "replace",
                     *           "before": "draft",
                     *           "after": "withdraw"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getGoal: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, plan, kommune, code, kind, title, summary, nationalGoals, period, objectives, initiatives, location, targets, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("kommune" | "plan")[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The goal. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "frederikssund-2024.3",
                     *       "plan": "frederikssund-2024",
                     *       "kommune": "0250",
                     *       "code": "3",
                     *       "kind": "focus_area",
                     *       "title": "Færre og kortere sygedagpengeforløb",
                     *       "summary": null,
                     *       "nationalGoals": [],
                     *       "period": {
                     *         "from": "2024-01-01",
                     *         "to": "2024-12-31"
                     *       },
                     *       "objectives": [
                     *         {
                     *           "code": "3.O1",
                     *           "text": "Sygemeldte skal hurtigere tilbage i arbejde og beholde deres job, mens de er syge.",
                     *           "location": "Fokusområde 3, indledning, afsnit 1"
                     *         }
                     *       ],
                     *       "initiatives": [
                     *         {
                     *           "code": "3.I1",
                     *           "title": "Tidlig, tæt og arbejdspladsrettet indsats",
                     *           "summary": null,
                     *           "group": null,
                     *           "status": "planned",
                     *           "location": "Fokusområde 3, indledning, afsnit 1"
                     *         }
                     *       ],
                     *       "location": "Fokusområde 3",
                     *       "targets": [
                     *         {
                     *           "id": "frederikssund-2024.3a",
                     *           "plan": "frederikssund-2024",
                     *           "goal": "frederikssund-2024.3",
                     *           "kommune": "0250",
                     *           "planStatus": "adopted",
                     *           "code": "3a",
                     *           "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "segment": null,
                     *           "population": "Borgere på sygedagpenge og i jobafklaringsforløb",
                     *           "followUp": "Jobindsats og egne beregninger",
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "paceLimits": null,
                     *           "location": "Fokusområde 3, Resultatmål 3a; Bilag 2, Resultatmål 3a"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GoalExpanded"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    removeGoal: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
                /** @description Remove its targets too. */
                withTargets?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    updateGoal: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Færre og kortere sygeforløb",
                 *       "summary": null
                 *     }
                 */
                "application/json": components["schemas"]["GoalPatch"];
                /**
                 * @example {
                 *       "title": "Færre og kortere sygeforløb",
                 *       "summary": null
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["GoalPatch"];
            };
        };
        responses: {
            /** @description Changed, unchanged, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listTargets: {
        parameters: {
            query?: {
                /** @description Only targets of this plan. Several with commas between: any of them. */
                plan?: string[];
                /** @description Only targets of this goal. Several with commas between: any of them. */
                goal?: string[];
                /** @description Only targets of this kommune's plans. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only targets that read this indicator, benchmarks included. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only targets of goals that adopt this national goal. Several with commas between: any of them. */
                nationalGoal?: string[];
                /** @description Only targets whose rule is of this kind. Several with commas between: any of them. */
                ruleKind?: ("threshold" | "change" | "benchmark_level" | "benchmark_trend" | "gap_reduction" | "direction" | "milestone" | "assessment" | "monitor" | "all_of" | "any_of")[];
                /** @description Only targets of plans of this kind. Several with commas between: any of them. */
                planKind?: ("annual_plan" | "strategy")[];
                /** @description Only targets of plans of this status; drafts need the scope drafts:read. Several with commas between: any of them. */
                planStatus?: ("draft" | "adopted" | "closed" | "withdrawn")[];
                /**
                 * @description Only targets whose window covers this day.
                 * @example 2024-07-10
                 */
                on?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description By plan and place in it; - before it for the last ones first. */
                sort?: "plan" | "-plan";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, plan, goal, kommune, planStatus, code, title, indicator, segment, population, followUp, window, rule, paceLimits, location, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("indicator" | "kommune" | "plan" | "goal" | "status")[];
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of targets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "frederikssund-2024.3a",
                     *           "plan": "frederikssund-2024",
                     *           "goal": "frederikssund-2024.3",
                     *           "kommune": "0250",
                     *           "planStatus": "adopted",
                     *           "code": "3a",
                     *           "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "segment": null,
                     *           "population": "Borgere på sygedagpenge og i jobafklaringsforløb",
                     *           "followUp": "Jobindsats og egne beregninger",
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "paceLimits": null,
                     *           "location": "Fokusområde 3, Resultatmål 3a; Bilag 2, Resultatmål 3a"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TargetExpanded"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getTarget: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, plan, goal, kommune, planStatus, code, title, indicator, segment, population, followUp, window, rule, paceLimits, location, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("indicator" | "kommune" | "plan" | "goal" | "status")[];
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The target. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "frederikssund-2024.3a",
                     *       "plan": "frederikssund-2024",
                     *       "goal": "frederikssund-2024.3",
                     *       "kommune": "0250",
                     *       "planStatus": "adopted",
                     *       "code": "3a",
                     *       "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *       "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "segment": null,
                     *       "population": "Borgere på sygedagpenge og i jobafklaringsforløb",
                     *       "followUp": "Jobindsats og egne beregninger",
                     *       "window": {
                     *         "start": "2024-01-01",
                     *         "deadline": "2024-12-31"
                     *       },
                     *       "rule": {
                     *         "kind": "gap_reduction",
                     *         "amount": 0.2,
                     *         "benchmark": {
                     *           "area": "DK"
                     *         },
                     *         "baseline": {
                     *           "period": "2023-08"
                     *         }
                     *       },
                     *       "paceLimits": null,
                     *       "location": "Fokusområde 3, Resultatmål 3a; Bilag 2, Resultatmål 3a"
                     *     }
                     */
                    "application/json": components["schemas"]["TargetExpanded"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    removeTarget: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    updateTarget: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rule": {
                 *         "kind": "gap_reduction",
                 *         "amount": 0.3,
                 *         "benchmark": {
                 *           "area": "DK"
                 *         },
                 *         "baseline": {
                 *           "period": "2023-08"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TargetPatch"];
                /**
                 * @example {
                 *       "rule": {
                 *         "kind": "gap_reduction",
                 *         "amount": 0.3,
                 *         "benchmark": {
                 *           "area": "DK"
                 *         },
                 *         "baseline": {
                 *           "period": "2023-08"
                 *         }
                 *       }
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["TargetPatch"];
            };
        };
        responses: {
            /** @description Changed, unchanged, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listDeliverables: {
        parameters: {
            query?: {
                /** @description true: only what was done; false: only what was not, after all. */
                done?: boolean;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "code" | "-code" | "doneOn" | "-doneOn" | "recordedAt" | "-recordedAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, code, doneOn, evidence, recordedAt, actor. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest record of each. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "target": "hvidovre-2023.1a",
                     *           "code": "1a.D1",
                     *           "doneOn": "2023-03-31",
                     *           "evidence": "Dagsorden, punkt 4",
                     *           "recordedAt": "2023-04-02T09:00:00.000Z",
                     *           "actor": "key-1"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DeliverableRecord"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    recordDeliverable: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example hvidovre-2023.1a
                 */
                id: string;
                /**
                 * @description The code of the deliverable in the target's rule.
                 * @example 1a.D1
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "doneOn": "2023-03-31",
                 *       "evidence": "Dagsorden, punkt 4"
                 *     }
                 */
                "application/json": components["schemas"]["DeliverableInput"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "hvidovre-2023.1a",
                     *       "code": "1a.D1",
                     *       "doneOn": "2023-03-31",
                     *       "evidence": "Dagsorden, punkt 4",
                     *       "recordedAt": "2023-04-02T09:00:00.000Z",
                     *       "actor": "key-1"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliverableRecord"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listAssessments: {
        parameters: {
            query?: {
                /** @description Only these judgements. Several with commas between: any of them. */
                status?: ("on_track" | "at_risk" | "off_track" | "achieved" | "missed")[];
                /**
                 * @description Only judgements of this day or later.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only judgements of this day or earlier.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "on" | "-on" | "recordedAt" | "-recordedAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, on, status, note, evidence, recordedAt, actor. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example hedensted-2021.S9
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest of each day. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "target": "hedensted-2021.S9",
                     *           "on": "2023-04-01",
                     *           "status": "on_track",
                     *           "note": "Følges i udvalget",
                     *           "evidence": null,
                     *           "recordedAt": "2023-04-02T09:00:00.000Z",
                     *           "actor": "key-1"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AssessmentRecord"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    recordAssessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example hedensted-2021.S9
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2023-04-01",
                 *       "status": "on_track",
                 *       "note": "Følges i udvalget"
                 *     }
                 */
                "application/json": components["schemas"]["AssessmentInput"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "hedensted-2021.S9",
                     *       "on": "2023-04-01",
                     *       "status": "on_track",
                     *       "note": "Følges i udvalget",
                     *       "evidence": null,
                     *       "recordedAt": "2023-04-02T09:00:00.000Z",
                     *       "actor": "key-1"
                     *     }
                     */
                    "application/json": components["schemas"]["AssessmentRecord"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    addGoal: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
                /** @description Its place in the list, from 0; the end if absent. */
                position?: number;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "focus_area",
                 *       "title": "Flere unge i uddannelse",
                 *       "nationalGoals": [
                 *         "2024-5"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GoalInput"];
            };
        };
        responses: {
            /** @description Only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            /** @description Added. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    moveGoal: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "position": 0
                 *     }
                 */
                "application/json": components["schemas"]["MoveInput"];
            };
        };
        responses: {
            /** @description Changed, unchanged, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    addTarget: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
                /** @description Its place in the list, from 0; the end if absent. */
                position?: number;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                 *       "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                 *       "window": {
                 *         "start": "2024-01-01",
                 *         "deadline": "2024-12-31"
                 *       },
                 *       "rule": {
                 *         "kind": "gap_reduction",
                 *         "amount": 0.2,
                 *         "benchmark": {
                 *           "area": "DK"
                 *         },
                 *         "baseline": {
                 *           "period": "2023-08"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TargetInput"];
            };
        };
        responses: {
            /** @description Only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            /** @description Added. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": true,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    moveTarget: {
        parameters: {
            query?: {
                /** @description Why it changes; needed for a plan that is no draft. */
                reason?: string;
                /** @description Write nothing: only tell what would change, what is wrong and what looks so. */
                validateOnly?: boolean;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the plan's version that was changed; needed unless nothing is written. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "goal": "frederikssund-2024.2",
                 *       "position": 0
                 *     }
                 */
                "application/json": components["schemas"]["MoveToGoalInput"];
            };
        };
        responses: {
            /** @description Changed, unchanged, or only tried. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    /** @description The version of the plan, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "item": "frederikssund-2024.3a",
                     *       "version": 2,
                     *       "created": false,
                     *       "changed": true,
                     *       "validateOnly": false,
                     *       "changes": [
                     *         {
                     *           "path": "/goals/3/targets/3a/rule/amount",
                     *           "op": "replace",
                     *           "before": 0.2,
                     *           "after": 0.3
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/window/deadline",
                     *           "code": "deadline_before_figures",
                     *           "message": {
                     *             "da": "Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.",
                     *             "en": "The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanWrite"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            412: components["responses"]["version_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `reason_required`: An adopted plan changes only with a reason. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            428: components["responses"]["precondition_required"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listMeasurements: {
        parameters: {
            query?: {
                /** @description Only this indicator. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only this area. Several with commas between: any of them. */
                area?: string[];
                /** @description Only this segment; empty for the whole. Several with commas between: any of them. */
                segment?: string[];
                /**
                 * @description Only periods that end on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only periods that end on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description Only figures with this flag. Several with commas between: any of them. */
                flag?: ("final" | "provisional" | "suppressed" | "missing")[];
                /** @description Only figures that stand as this import wrote them, by its id. Several with commas between: any of them. */
                import?: string[];
                /** @description As known at this instant. */
                knownAt?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description By period; - before it for the latest first. For one indicator and one area; without it they come by indicator, area, segment and period. */
                sort?: "period" | "-period";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, indicator, area, segment, period, value, flag, revision, source, note, recordedAt, actor, import, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("indicator" | "area")[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of measurements. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "WyJzeWdlZGFncGVuZ2Uiljoi",
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "0250",
                     *           "segment": null,
                     *           "period": "2024-06",
                     *           "value": 3.9,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "note": null,
                     *           "recordedAt": "2024-08-15T06:00:00.000Z",
                     *           "actor": "key-1",
                     *           "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MeasurementExpanded"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    recordMeasurements: {
        parameters: {
            query?: {
                /** @description Write nothing: only tell what would happen. */
                dryRun?: boolean;
                /** @description false writes the good rows of a batch with bad ones. Default true. */
                atomic?: boolean;
                /**
                 * @description Why it is written, in your words: kept with each revision.
                 * @example Rettet efter genberegning hos STAR
                 */
                reason?: string;
                /** @description What the file is called, for those who look at the import later. */
                fileName?: string;
                /** @description Of an XLSX file the sheet, by its name or its number from 1. Default the first. */
                sheet?: string;
                /** @description The decimal mark of a file whose figures do not tell it: whether 1.234 is 1234 (comma) or 1.234 (point). */
                decimal?: "comma" | "point";
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "measurements": [
                 *         {
                 *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                 *           "area": "0250",
                 *           "period": "2024-06",
                 *           "value": 3.9
                 *         },
                 *         {
                 *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                 *           "area": "DK",
                 *           "period": "2024-06",
                 *           "value": 3.4
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MeasurementBatch"];
                /**
                 * @example indicator;area;period;value
                 *     sygedagpenge-jobafklaring-pct-arbejdsstyrke;Frederikssund;2024-06;3,9
                 *     sygedagpenge-jobafklaring-pct-arbejdsstyrke;Hele landet;2024-06;3,4
                 */
                "text/csv": string;
                /**
                 * @example {"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"0250","period":"2024-06","value":3.9}
                 *     {"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"DK","period":"2024-06","value":3.4}
                 */
                "application/x-ndjson": string;
                /** @example {"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"0250","period":"2024-06","value":3.9} */
                "application/jsonl": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Recorded, or a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *       "received": 2,
                     *       "created": 1,
                     *       "revised": 1,
                     *       "unchanged": 0,
                     *       "rejected": 0,
                     *       "skipped": 0,
                     *       "dryRun": false,
                     *       "committed": true,
                     *       "errors": [],
                     *       "notices": [],
                     *       "affectedTargets": [
                     *         "frederikssund-2024.3a"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchSummary"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `batch_refused`: Some rows cannot be recorded, so none was. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"] | components["schemas"]["BatchRefusal"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getMeasurement: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, indicator, area, segment, period, value, flag, revision, source, note, recordedAt, actor, import, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("indicator" | "area")[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The opaque id of the measurement.
                 * @example WyJzeWdlZGFncGVuZ2Uiljoi
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measurement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "WyJzeWdlZGFncGVuZ2Uiljoi",
                     *       "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "area": "0250",
                     *       "segment": null,
                     *       "period": "2024-06",
                     *       "value": 3.9,
                     *       "flag": "final",
                     *       "revision": 1,
                     *       "source": "Jobindsats",
                     *       "note": null,
                     *       "recordedAt": "2024-08-15T06:00:00.000Z",
                     *       "actor": "key-1",
                     *       "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10"
                     *     }
                     */
                    "application/json": components["schemas"]["MeasurementExpanded"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    withdrawMeasurement: {
        parameters: {
            query?: {
                /**
                 * @description Why it is written, in your words: kept with each revision.
                 * @example Rettet efter genberegning hos STAR
                 */
                reason?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The opaque id of the measurement.
                 * @example WyJzeWdlZGFncGVuZ2Uiljoi
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listMeasurementRevisions: {
        parameters: {
            query?: {
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "revision" | "-revision";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: indicator, area, segment, period, value, flag, revision, source, note, recordedAt, actor, import, withdrawn, reason. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The opaque id of the measurement.
                 * @example WyJzeWdlZGFncGVuZ2Uiljoi
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions, of a withdrawn measurement too. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "0250",
                     *           "segment": null,
                     *           "period": "2024-06",
                     *           "value": 3.9,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "note": null,
                     *           "recordedAt": "2024-08-15T06:00:00.000Z",
                     *           "actor": "key-1",
                     *           "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *           "withdrawn": false,
                     *           "reason": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MeasurementRevision"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Only imports of this kind. Several with commas between: any of them. */
                kind?: ("json" | "csv" | "ndjson" | "xlsx" | "jobindsats" | "json-stat" | "withdrawal" | "undo")[];
                /** @description Only what this one wrote: the id of a key. Several with commas between: any of them. */
                actor?: string[];
                /** @description Only from this instant on. */
                from?: string;
                /** @description Only up to this instant. */
                to?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "recordedAt" | "-recordedAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, kind, actor, recordedAt, fileName, reason, received, created, revised, unchanged, rejected, hash, undoes. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *           "kind": "csv",
                     *           "actor": "key-1",
                     *           "recordedAt": "2024-08-15T06:00:00.000Z",
                     *           "fileName": "juni.csv",
                     *           "reason": null,
                     *           "received": 2,
                     *           "created": 1,
                     *           "revised": 1,
                     *           "unchanged": 0,
                     *           "rejected": 0,
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "undoes": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, kind, actor, recordedAt, fileName, reason, received, created, revised, unchanged, rejected, hash, undoes. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the import.
                 * @example imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *       "kind": "csv",
                     *       "actor": "key-1",
                     *       "recordedAt": "2024-08-15T06:00:00.000Z",
                     *       "fileName": "juni.csv",
                     *       "reason": null,
                     *       "received": 2,
                     *       "created": 1,
                     *       "revised": 1,
                     *       "unchanged": 0,
                     *       "rejected": 0,
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "undoes": null
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    undoImport: {
        parameters: {
            query?: {
                /**
                 * @description Why it is written, in your words: kept with each revision.
                 * @example Rettet efter genberegning hos STAR
                 */
                reason?: string;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the import.
                 * @example imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "import": "imp-7d1e7b34-8f0b-4f0e-8a2c-5b1a9f6d2c33",
                     *       "undoes": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *       "restored": 1,
                     *       "withdrawn": 1,
                     *       "affectedTargets": [
                     *         "frederikssund-2024.3a"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Undo"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    importJobindsats: {
        parameters: {
            query?: {
                /**
                 * @description The id of a mapping of /v1/mappings, which says what becomes of the table's labels.
                 * @example jobindsats-y25i01
                 */
                mapping?: string;
                /** @description Write nothing: only tell what would happen. */
                dryRun?: boolean;
                /** @description false writes the good rows of a batch with bad ones. Default true. */
                atomic?: boolean;
                /**
                 * @description Why it is written, in your words: kept with each revision.
                 * @example Rettet efter genberegning hos STAR
                 */
                reason?: string;
                /** @description What the file is called, for those who look at the import later. */
                fileName?: string;
                /** @description The decimal mark of CSV whose figures do not tell it: whether 1.234 is 1234 (comma) or 1.234 (point). */
                decimal?: "comma" | "point";
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": [
                 *         "Periode",
                 *         "Område",
                 *         "A-kasse",
                 *         "Antal ledige fuldtidspersoner"
                 *       ],
                 *       "rows": [
                 *         [
                 *           "2026M07",
                 *           "Holbæk",
                 *           "I alt",
                 *           789
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": ({
                    columns: string[];
                    rows: (string | number | null)[][];
                } & {
                    [key: string]: unknown;
                }) | unknown[];
                /**
                 * @example Periode;Område;A-kasse;Antal ledige fuldtidspersoner
                 *     2026M07;Holbæk;I alt;789
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Recorded, or a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *       "received": 2,
                     *       "created": 1,
                     *       "revised": 1,
                     *       "unchanged": 0,
                     *       "rejected": 0,
                     *       "skipped": 0,
                     *       "dryRun": false,
                     *       "committed": true,
                     *       "errors": [],
                     *       "notices": [],
                     *       "affectedTargets": [
                     *         "frederikssund-2024.3a"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchSummary"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `batch_refused`: Some rows cannot be recorded, so none was. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"] | components["schemas"]["BatchRefusal"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    importJsonStat: {
        parameters: {
            query?: {
                /**
                 * @description The id of a mapping of /v1/mappings, which says what becomes of the table's labels.
                 * @example jobindsats-y25i01
                 */
                mapping?: string;
                /** @description Write nothing: only tell what would happen. */
                dryRun?: boolean;
                /** @description false writes the good rows of a batch with bad ones. Default true. */
                atomic?: boolean;
                /**
                 * @description Why it is written, in your words: kept with each revision.
                 * @example Rettet efter genberegning hos STAR
                 */
                reason?: string;
                /** @description What the file is called, for those who look at the import later. */
                fileName?: string;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": "2.0",
                 *       "class": "dataset",
                 *       "label": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                 *       "source": "Jobindsats",
                 *       "updated": "2024-08-15T06:00:00.000Z",
                 *       "id": [
                 *         "indicator",
                 *         "segment",
                 *         "area",
                 *         "period"
                 *       ],
                 *       "size": [
                 *         1,
                 *         1,
                 *         2,
                 *         1
                 *       ],
                 *       "role": {
                 *         "time": [
                 *           "period"
                 *         ],
                 *         "geo": [
                 *           "area"
                 *         ],
                 *         "metric": [
                 *           "indicator"
                 *         ]
                 *       },
                 *       "dimension": {
                 *         "indicator": {
                 *           "label": "Indikator",
                 *           "category": {
                 *             "index": [
                 *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke"
                 *             ],
                 *             "label": {
                 *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken"
                 *             },
                 *             "unit": {
                 *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": {
                 *                 "label": "percent",
                 *                 "decimals": 1
                 *               }
                 *             }
                 *           }
                 *         },
                 *         "segment": {
                 *           "label": "Segment",
                 *           "category": {
                 *             "index": [
                 *               ""
                 *             ],
                 *             "label": {
                 *               "": "I alt"
                 *             }
                 *           }
                 *         },
                 *         "area": {
                 *           "label": "Område",
                 *           "category": {
                 *             "index": [
                 *               "0250",
                 *               "DK"
                 *             ],
                 *             "label": {
                 *               "0250": "Frederikssund Kommune",
                 *               "DK": "Hele landet"
                 *             }
                 *           }
                 *         },
                 *         "period": {
                 *           "label": "Periode",
                 *           "category": {
                 *             "index": [
                 *               "2024-06"
                 *             ],
                 *             "label": {
                 *               "2024-06": "2024-06"
                 *             }
                 *           }
                 *         }
                 *       },
                 *       "value": [
                 *         3.9,
                 *         3.4
                 *       ],
                 *       "status": {
                 *         "0": "provisional"
                 *       },
                 *       "extension": {
                 *         "maalopfoelgning": {
                 *           "knownAt": "2026-01-01T00:00:00.000Z"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    dimension: {
                        [key: string]: unknown;
                    };
                    value: unknown;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Recorded, or a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "import": "imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10",
                     *       "received": 2,
                     *       "created": 1,
                     *       "revised": 1,
                     *       "unchanged": 0,
                     *       "rejected": 0,
                     *       "skipped": 0,
                     *       "dryRun": false,
                     *       "committed": true,
                     *       "errors": [],
                     *       "notices": [],
                     *       "affectedTargets": [
                     *         "frederikssund-2024.3a"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchSummary"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `batch_refused`: Some rows cannot be recorded, so none was. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"] | components["schemas"]["BatchRefusal"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    previewImport: {
        parameters: {
            query: {
                /**
                 * @description What the file is.
                 * @example jobindsats
                 */
                format: "jobindsats" | "json-stat";
                /**
                 * @description The id of a mapping of /v1/mappings, which says what becomes of the table's labels.
                 * @example jobindsats-y25i01
                 */
                mapping?: string;
                /** @description The decimal mark of CSV whose figures do not tell it: whether 1.234 is 1234 (comma) or 1.234 (point). */
                decimal?: "comma" | "point";
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": [
                 *         "Periode",
                 *         "Område",
                 *         "A-kasse",
                 *         "Antal ledige fuldtidspersoner"
                 *       ],
                 *       "rows": [
                 *         [
                 *           "2026M07",
                 *           "Holbæk",
                 *           "I alt",
                 *           789
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": ({
                    columns: string[];
                    rows: (string | number | null)[][];
                } & {
                    [key: string]: unknown;
                }) | unknown[];
                /**
                 * @example Periode;Område;A-kasse;Antal ledige fuldtidspersoner
                 *     2026M07;Holbæk;I alt;789
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What it would become. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "jobindsats",
                     *       "mapping": "jobindsats-y25i01",
                     *       "columns": [
                     *         {
                     *           "name": "Periode",
                     *           "role": "period",
                     *           "status": "mapped",
                     *           "distinct": 1,
                     *           "labels": [
                     *             {
                     *               "label": "2026M07",
                     *               "status": "mapped",
                     *               "becomes": "2026-07",
                     *               "rows": 1
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "name": "Område",
                     *           "role": "area",
                     *           "status": "mapped",
                     *           "distinct": 1,
                     *           "labels": [
                     *             {
                     *               "label": "Holbæk",
                     *               "status": "mapped",
                     *               "becomes": "0316",
                     *               "rows": 1
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "name": "A-kasse",
                     *           "role": "hierarchy",
                     *           "status": "mapped",
                     *           "distinct": 1,
                     *           "labels": [
                     *             {
                     *               "label": "I alt",
                     *               "status": "mapped",
                     *               "becomes": null,
                     *               "rows": 1
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "name": "Antal ledige fuldtidspersoner",
                     *           "role": "measure",
                     *           "status": "mapped",
                     *           "distinct": 0,
                     *           "labels": []
                     *         }
                     *       ],
                     *       "series": [
                     *         {
                     *           "indicator": "bruttoledige-fuldtidspersoner",
                     *           "segment": null,
                     *           "cells": 1
                     *         }
                     *       ],
                     *       "notMapped": [],
                     *       "examples": [
                     *         {
                     *           "row": 0,
                     *           "indicator": "bruttoledige-fuldtidspersoner",
                     *           "area": "0316",
                     *           "segment": null,
                     *           "period": "2026-07",
                     *           "value": 789,
                     *           "flag": "final"
                     *         }
                     *       ],
                     *       "cells": 1,
                     *       "skipped": 0
                     *     }
                     */
                    "application/json": components["schemas"]["TablePreview"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    exportMeasurements: {
        parameters: {
            query?: {
                /** @description Only this indicator. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only this area. Several with commas between: any of them. */
                area?: string[];
                /** @description Only this segment; empty for the whole. Several with commas between: any of them. */
                segment?: string[];
                /**
                 * @description Only periods that end on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only periods that end on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description Only figures with this flag. Several with commas between: any of them. */
                flag?: ("final" | "provisional" | "suppressed" | "missing")[];
                /** @description Only figures that stand as this import wrote them, by its id. Several with commas between: any of them. */
                import?: string[];
                /** @description As known at this instant. */
                knownAt?: string;
                /** @description csv: commas and decimal points. csv-da: as a Danish Excel opens it, with semicolons, decimal commas and a byte-order mark. xlsx: numbers and days with their types, at most 50,000 rows. ndjson: a thing a line, as JSON. As Accept says if absent, else csv. */
                format?: "csv" | "csv-da" | "xlsx" | "ndjson" | "json-stat";
                /** @description The language of headings and words; as Accept-Language says if absent, else Danish, and English for csv. */
                lang?: "da" | "en";
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example indicator,indicator name,unit,area,area name,segment,segment name,period,value,flag,source,note
                     *     sygedagpenge-jobafklaring-pct-arbejdsstyrke,Sickness benefit,per cent,0250,Frederikssund Kommune,,,2024-06,3.9,final,Jobindsats,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example {"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"0250","segment":null,"period":"2024-06","value":3.9,"flag":"final","source":"Jobindsats","note":null} */
                    "application/x-ndjson": string;
                    /**
                     * @example {
                     *       "version": "2.0",
                     *       "class": "dataset",
                     *       "label": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *       "source": "Jobindsats",
                     *       "updated": "2024-08-15T06:00:00.000Z",
                     *       "id": [
                     *         "indicator",
                     *         "segment",
                     *         "area",
                     *         "period"
                     *       ],
                     *       "size": [
                     *         1,
                     *         1,
                     *         2,
                     *         1
                     *       ],
                     *       "role": {
                     *         "time": [
                     *           "period"
                     *         ],
                     *         "geo": [
                     *           "area"
                     *         ],
                     *         "metric": [
                     *           "indicator"
                     *         ]
                     *       },
                     *       "dimension": {
                     *         "indicator": {
                     *           "label": "Indikator",
                     *           "category": {
                     *             "index": [
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke"
                     *             ],
                     *             "label": {
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken"
                     *             },
                     *             "unit": {
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": {
                     *                 "label": "percent",
                     *                 "decimals": 1
                     *               }
                     *             }
                     *           }
                     *         },
                     *         "segment": {
                     *           "label": "Segment",
                     *           "category": {
                     *             "index": [
                     *               ""
                     *             ],
                     *             "label": {
                     *               "": "I alt"
                     *             }
                     *           }
                     *         },
                     *         "area": {
                     *           "label": "Område",
                     *           "category": {
                     *             "index": [
                     *               "0250",
                     *               "DK"
                     *             ],
                     *             "label": {
                     *               "0250": "Frederikssund Kommune",
                     *               "DK": "Hele landet"
                     *             }
                     *           }
                     *         },
                     *         "period": {
                     *           "label": "Periode",
                     *           "category": {
                     *             "index": [
                     *               "2024-06"
                     *             ],
                     *             "label": {
                     *               "2024-06": "2024-06"
                     *             }
                     *           }
                     *         }
                     *       },
                     *       "value": [
                     *         3.9,
                     *         3.4
                     *       ],
                     *       "status": {
                     *         "0": "provisional"
                     *       },
                     *       "extension": {
                     *         "maalopfoelgning": {
                     *           "knownAt": "2026-01-01T00:00:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JsonStat"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    exportJsonStat: {
        parameters: {
            query: {
                /**
                 * @description The indicator, up to 50. Several with commas between.
                 * @example [
                 *       "sygedagpenge-jobafklaring-pct-arbejdsstyrke"
                 *     ]
                 */
                indicator: string[];
                /** @description Only this area. Several with commas between: any of them. */
                area?: string[];
                /** @description Only this segment; empty for the whole. Several with commas between: any of them. */
                segment?: string[];
                /**
                 * @description Only periods that end on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only periods that end on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description As known at this instant. */
                knownAt?: string;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: version, class, label, source, updated, id, size, role, dimension, value, status, extension. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data set. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "2.0",
                     *       "class": "dataset",
                     *       "label": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *       "source": "Jobindsats",
                     *       "updated": "2024-08-15T06:00:00.000Z",
                     *       "id": [
                     *         "indicator",
                     *         "segment",
                     *         "area",
                     *         "period"
                     *       ],
                     *       "size": [
                     *         1,
                     *         1,
                     *         2,
                     *         1
                     *       ],
                     *       "role": {
                     *         "time": [
                     *           "period"
                     *         ],
                     *         "geo": [
                     *           "area"
                     *         ],
                     *         "metric": [
                     *           "indicator"
                     *         ]
                     *       },
                     *       "dimension": {
                     *         "indicator": {
                     *           "label": "Indikator",
                     *           "category": {
                     *             "index": [
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke"
                     *             ],
                     *             "label": {
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken"
                     *             },
                     *             "unit": {
                     *               "sygedagpenge-jobafklaring-pct-arbejdsstyrke": {
                     *                 "label": "percent",
                     *                 "decimals": 1
                     *               }
                     *             }
                     *           }
                     *         },
                     *         "segment": {
                     *           "label": "Segment",
                     *           "category": {
                     *             "index": [
                     *               ""
                     *             ],
                     *             "label": {
                     *               "": "I alt"
                     *             }
                     *           }
                     *         },
                     *         "area": {
                     *           "label": "Område",
                     *           "category": {
                     *             "index": [
                     *               "0250",
                     *               "DK"
                     *             ],
                     *             "label": {
                     *               "0250": "Frederikssund Kommune",
                     *               "DK": "Hele landet"
                     *             }
                     *           }
                     *         },
                     *         "period": {
                     *           "label": "Periode",
                     *           "category": {
                     *             "index": [
                     *               "2024-06"
                     *             ],
                     *             "label": {
                     *               "2024-06": "2024-06"
                     *             }
                     *           }
                     *         }
                     *       },
                     *       "value": [
                     *         3.9,
                     *         3.4
                     *       ],
                     *       "status": {
                     *         "0": "provisional"
                     *       },
                     *       "extension": {
                     *         "maalopfoelgning": {
                     *           "knownAt": "2026-01-01T00:00:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JsonStat"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    exportStatuses: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only targets of this kommune's plans. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only targets of this plan. Several with commas between: any of them. */
                plan?: string[];
                /** @description Only targets of this goal. Several with commas between: any of them. */
                goal?: string[];
                /** @description Only this target. Several with commas between: any of them. */
                target?: string[];
                /** @description Only targets that read this indicator, benchmarks included. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only targets of goals that adopt this national goal. Several with commas between: any of them. */
                nationalGoal?: string[];
                /** @description Only targets of goals that adopt a national goal of this number, whatever its year. Several with commas between: any of them. */
                nationalGoalNumber?: number[];
                /** @description Only targets that are judged by this kind of rule. Several with commas between: any of them. */
                ruleKind?: ("threshold" | "change" | "benchmark_level" | "benchmark_trend" | "gap_reduction" | "direction" | "milestone" | "assessment" | "monitor" | "all_of" | "any_of")[];
                /** @description Only targets of plans of this kind. Several with commas between: any of them. */
                planKind?: ("annual_plan" | "strategy")[];
                /** @description Only targets of plans of this status; adopted and closed ones if absent. Drafts need the scope drafts:read. Several with commas between: any of them. */
                planStatus?: ("draft" | "adopted" | "closed" | "withdrawn")[];
                /**
                 * @description Only targets of plans whose period covers this day; plans of every year if absent.
                 * @example 2024-07-10
                 */
                inForceOn?: string;
                /** @description Only targets that have this status. Several with commas between: any of them. */
                status?: ("missed" | "off_track" | "at_risk" | "awaiting_data" | "no_data" | "not_started" | "on_track" | "achieved" | "monitored")[];
                /** @description Only targets that await data and would have this status as things stand. Several with commas between: any of them. */
                provisional?: ("on_track" | "at_risk" | "off_track" | "achieved" | "missed")[];
                /** @description Only targets whose status is decided by figures that are not provisional, or only the others. */
                final?: boolean;
                /** @description Only milestones that were done after the deadline, or only the others. */
                late?: boolean;
                /** @description Only targets with a newer figure that ought to be out by now, or only the others. */
                stale?: boolean;
                /** @description csv: commas and decimal points. csv-da: as a Danish Excel opens it, with semicolons, decimal commas and a byte-order mark. xlsx: numbers and days with their types, at most 50,000 rows. ndjson: a thing a line, as JSON. As Accept says if absent, else csv. */
                format?: "csv" | "csv-da" | "xlsx" | "ndjson" | "json-stat";
                /** @description The language of headings and words; as Accept-Language says if absent, else Danish, and English for csv. */
                lang?: "da" | "en";
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example as of,kommune,target,status
                     *     2024-07-10,Frederikssund,frederikssund-2024.3a,At risk
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example {"target":"frederikssund-2024.3a","asOf":"2024-07-10","knownAt":"2026-01-01T00:00:00.000Z","status":"at_risk","final":false,"reason":null,"provisional":null,"late":false,"stale":false,"met":false,"current":{"period":"2024-06","value":3.9,"benchmark":3.4,"measure":0.1},"baseline":{"period":"2023-08","on":"2023-08-31","value":4,"benchmark":3.4,"measure":0},"goalLine":{"comparator":"gte","value":0.2},"expected":0.1246,"pace":0.8026,"paceLimits":{"onTrack":0.95,"atRisk":0.6},"progress":0.5,"distance":-0.1,"trend":null,"projection":null,"evidence":[{"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"0250","segment":null,"period":"2023-08","value":4,"flag":"final","revision":1,"source":"Jobindsats","calculation":null},{"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"0250","segment":null,"period":"2024-06","value":3.9,"flag":"final","revision":1,"source":"Jobindsats","calculation":null},{"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"DK","segment":null,"period":"2023-08","value":3.4,"flag":"final","revision":1,"source":"Jobindsats","calculation":null},{"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"DK","segment":null,"period":"2024-06","value":3.4,"flag":"final","revision":1,"source":"Jobindsats","calculation":null}],"children":null,"explanation":{"da":"I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.","en":"At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."},"rule":{"kind":"gap_reduction","amount":0.2,"benchmark":{"area":"DK"},"baseline":{"period":"2023-08"}},"window":{"start":"2024-01-01","deadline":"2024-12-31"},"subject":{"code":"3a","title":"Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre","segment":null,"kommune":{"id":"0250","name":"Frederikssund"},"plan":{"id":"frederikssund-2024","title":"Beskæftigelsesplan 2024","kind":"annual_plan","status":"adopted","period":{"from":"2024-01-01","to":"2024-12-31"}},"goal":{"id":"frederikssund-2024.3","code":"3","title":"Færre og kortere sygedagpengeforløb","nationalGoals":[]},"indicator":{"id":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","name":{"da":"Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken","en":"Sickness benefit and job clarification, per cent of the labour force"},"unit":"percent","decimals":1}}} */
                    "application/x-ndjson": string;
                    /**
                     * @example {
                     *       "version": "2.0",
                     *       "class": "dataset",
                     *       "label": "Status pr. 2024-07-10",
                     *       "id": [
                     *         "asOf",
                     *         "target",
                     *         "figure"
                     *       ],
                     *       "size": [
                     *         1,
                     *         1,
                     *         2
                     *       ],
                     *       "role": {
                     *         "time": [
                     *           "asOf"
                     *         ],
                     *         "metric": [
                     *           "figure"
                     *         ]
                     *       },
                     *       "dimension": {
                     *         "asOf": {
                     *           "label": "Dato",
                     *           "category": {
                     *             "index": [
                     *               "2024-07-10"
                     *             ],
                     *             "label": {
                     *               "2024-07-10": "2024-07-10"
                     *             }
                     *           }
                     *         },
                     *         "target": {
                     *           "label": "Succeskriterium",
                     *           "category": {
                     *             "index": [
                     *               "frederikssund-2024.3a"
                     *             ],
                     *             "label": {
                     *               "frederikssund-2024.3a": "Frederikssund: Gabet til landsgennemsnittet er mindst 0,2 procentpoint mindre"
                     *             }
                     *           }
                     *         },
                     *         "figure": {
                     *           "label": "Tal",
                     *           "category": {
                     *             "index": [
                     *               "current",
                     *               "goalLine"
                     *             ],
                     *             "label": {
                     *               "current": "Tal",
                     *               "goalLine": "Grænse"
                     *             }
                     *           }
                     *         }
                     *       },
                     *       "value": [
                     *         3.9,
                     *         0.2
                     *       ],
                     *       "status": [
                     *         "at_risk",
                     *         "at_risk"
                     *       ],
                     *       "extension": {
                     *         "maalopfoelgning": {
                     *           "knownAt": "2026-01-01T00:00:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StatusJsonStat"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    exportPlans: {
        parameters: {
            query?: {
                /** @description Only plans of this kommune. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only plans of this kind. Several with commas between: any of them. */
                kind?: ("annual_plan" | "strategy")[];
                /** @description Only plans of this status; drafts need the scope drafts:read. Several with commas between: any of them. */
                status?: ("draft" | "adopted" | "closed" | "withdrawn")[];
                /** @description Only plans with a goal that adopts this national goal. Several with commas between: any of them. */
                nationalGoal?: string[];
                /** @description Only plans with a target that reads this indicator, benchmarks included. Several with commas between: any of them. */
                indicator?: string[];
                /**
                 * @description Only plans whose period covers this day.
                 * @example 2024-07-10
                 */
                on?: string;
                /**
                 * @description Only plans whose period ends on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only plans whose period begins on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /**
                 * @description Only those with all of these words, or parts of words, in the id and the title. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description csv: commas and decimal points. csv-da: as a Danish Excel opens it, with semicolons, decimal commas and a byte-order mark. xlsx: numbers and days with their types, at most 50,000 rows. ndjson: a thing a line, as JSON. As Accept says if absent, else csv. */
                format?: "csv" | "csv-da" | "xlsx" | "ndjson";
                /** @description The language of headings and words; as Accept-Language says if absent, else Danish, and English for csv. */
                lang?: "da" | "en";
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example plan,goal,target,target title
                     *     frederikssund-2024,Sygedagpenge,frederikssund-2024.3a,Mindre gab
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example {"id":"frederikssund-2024","kommune":"0250","title":"Beskæftigelsesplan 2024 – Frederikssund Kommune","kind":"annual_plan","period":{"from":"2024-01-01","to":"2024-12-31"},"status":"adopted","goals":[{"code":"3","kind":"focus_area","title":"Færre og kortere sygedagpengeforløb","targets":[{"code":"3a","title":"Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre","indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","window":{"start":"2024-01-01","deadline":"2024-12-31"},"rule":{"kind":"gap_reduction","amount":0.2,"benchmark":{"area":"DK"},"baseline":{"period":"2023-08"}}}]}]} */
                    "application/x-ndjson": string;
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getMissingFigures: {
        parameters: {
            query?: {
                /** @description Only this indicator. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only series of this area. Several with commas between: any of them. */
                area?: string[];
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The language of headings and words; as Accept-Language says if absent, else Danish, and English for csv. */
                lang?: "da" | "en";
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    /** @description What the file is called. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listMappings: {
        parameters: {
            query?: {
                /** @description Only mappings of this table, as the source calls it. Several with commas between: any of them. */
                table?: string[];
                /** @description Only mappings that make figures of this indicator. Several with commas between: any of them. */
                indicator?: string[];
                /**
                 * @description Only those with all of these words, or parts of words, in the id, the table and the titles. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "title" | "-title" | "table" | "-table";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, title, table, period, area, totals, series, ignored, query, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mappings. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "jobindsats-y25i01",
                     *           "title": {
                     *             "da": "Ledighed",
                     *             "en": "Unemployment"
                     *           },
                     *           "table": "y25i01",
                     *           "period": "Periode",
                     *           "area": "Område",
                     *           "totals": {
                     *             "Ydelsesgrupper": "Ydelsesgrupper i alt",
                     *             "A-kasse": "I alt"
                     *           },
                     *           "series": [
                     *             {
                     *               "measure": "Antal ledige fuldtidspersoner",
                     *               "members": {
                     *                 "Ydelsesgrupper": "A-dagpenge"
                     *               },
                     *               "indicator": "bruttoledige-fuldtidspersoner",
                     *               "segment": "a-dagpenge"
                     *             }
                     *           ],
                     *           "ignored": {
                     *             "measures": [
                     *               "Antal ledige personer"
                     *             ],
                     *             "members": {
                     *               "Ydelsesgrupper": [
                     *                 "Kontanthjælp"
                     *               ],
                     *               "A-kasse": "*"
                     *             }
                     *           },
                     *           "query": null,
                     *           "note": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Mapping"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getMapping: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, title, table, period, area, totals, series, ignored, query, note. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the mapping.
                 * @example jobindsats-y25i01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mapping. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "jobindsats-y25i01",
                     *       "title": {
                     *         "da": "Ledighed",
                     *         "en": "Unemployment"
                     *       },
                     *       "table": "y25i01",
                     *       "period": "Periode",
                     *       "area": "Område",
                     *       "totals": {
                     *         "Ydelsesgrupper": "Ydelsesgrupper i alt",
                     *         "A-kasse": "I alt"
                     *       },
                     *       "series": [
                     *         {
                     *           "measure": "Antal ledige fuldtidspersoner",
                     *           "members": {
                     *             "Ydelsesgrupper": "A-dagpenge"
                     *           },
                     *           "indicator": "bruttoledige-fuldtidspersoner",
                     *           "segment": "a-dagpenge"
                     *         }
                     *       ],
                     *       "ignored": {
                     *         "measures": [
                     *           "Antal ledige personer"
                     *         ],
                     *         "members": {
                     *           "Ydelsesgrupper": [
                     *             "Kontanthjælp"
                     *           ],
                     *           "A-kasse": "*"
                     *         }
                     *       },
                     *       "query": null,
                     *       "note": null
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    putMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the mapping.
                 * @example jobindsats-y25i01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "jobindsats-y25i01",
                 *       "title": {
                 *         "da": "Ledighed",
                 *         "en": "Unemployment"
                 *       },
                 *       "table": "y25i01",
                 *       "period": "Periode",
                 *       "area": "Område",
                 *       "totals": {
                 *         "Ydelsesgrupper": "Ydelsesgrupper i alt",
                 *         "A-kasse": "I alt"
                 *       },
                 *       "series": [
                 *         {
                 *           "measure": "Antal ledige fuldtidspersoner",
                 *           "members": {
                 *             "Ydelsesgrupper": "A-dagpenge"
                 *           },
                 *           "indicator": "bruttoledige-fuldtidspersoner",
                 *           "segment": "a-dagpenge"
                 *         }
                 *       ],
                 *       "ignored": {
                 *         "measures": [
                 *           "Antal ledige personer"
                 *         ],
                 *         "members": {
                 *           "Ydelsesgrupper": [
                 *             "Kontanthjælp"
                 *           ],
                 *           "A-kasse": "*"
                 *         }
                 *       },
                 *       "query": null,
                 *       "note": null
                 *     }
                 */
                "application/json": components["schemas"]["MappingInput"];
            };
        };
        responses: {
            /** @description Replaced. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "jobindsats-y25i01",
                     *       "title": {
                     *         "da": "Ledighed",
                     *         "en": "Unemployment"
                     *       },
                     *       "table": "y25i01",
                     *       "period": "Periode",
                     *       "area": "Område",
                     *       "totals": {
                     *         "Ydelsesgrupper": "Ydelsesgrupper i alt",
                     *         "A-kasse": "I alt"
                     *       },
                     *       "series": [
                     *         {
                     *           "measure": "Antal ledige fuldtidspersoner",
                     *           "members": {
                     *             "Ydelsesgrupper": "A-dagpenge"
                     *           },
                     *           "indicator": "bruttoledige-fuldtidspersoner",
                     *           "segment": "a-dagpenge"
                     *         }
                     *       ],
                     *       "ignored": {
                     *         "measures": [
                     *           "Antal ledige personer"
                     *         ],
                     *         "members": {
                     *           "Ydelsesgrupper": [
                     *             "Kontanthjælp"
                     *           ],
                     *           "A-kasse": "*"
                     *         }
                     *       },
                     *       "query": null,
                     *       "note": null
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "jobindsats-y25i01",
                     *       "title": {
                     *         "da": "Ledighed",
                     *         "en": "Unemployment"
                     *       },
                     *       "table": "y25i01",
                     *       "period": "Periode",
                     *       "area": "Område",
                     *       "totals": {
                     *         "Ydelsesgrupper": "Ydelsesgrupper i alt",
                     *         "A-kasse": "I alt"
                     *       },
                     *       "series": [
                     *         {
                     *           "measure": "Antal ledige fuldtidspersoner",
                     *           "members": {
                     *             "Ydelsesgrupper": "A-dagpenge"
                     *           },
                     *           "indicator": "bruttoledige-fuldtidspersoner",
                     *           "segment": "a-dagpenge"
                     *         }
                     *       ],
                     *       "ignored": {
                     *         "measures": [
                     *           "Antal ledige personer"
                     *         ],
                     *         "members": {
                     *           "Ydelsesgrupper": [
                     *             "Kontanthjælp"
                     *           ],
                     *           "A-kasse": "*"
                     *         }
                     *       },
                     *       "query": null,
                     *       "note": null
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    deleteMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the mapping.
                 * @example jobindsats-y25i01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listFreshness: {
        parameters: {
            query?: {
                /** @description Only series that targets of this kommune read, benchmarks included. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only series that targets of this plan read, benchmarks included. Several with commas between: any of them. */
                plan?: string[];
                /** @description Only this indicator. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only series of this area. Several with commas between: any of them. */
                area?: string[];
                /** @description true: only series whose next figure ought to be out; false: only the others. */
                overdue?: boolean;
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "series" | "-series" | "latestPeriod" | "-latestPeriod" | "lastRecordedAt" | "-lastRecordedAt" | "overdueDays" | "-overdueDays";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: indicator, area, segment, latestPeriod, awaited, lastRecordedAt, lastActor, targets, expanded. */
                fields?: string[];
                /** @description What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between. */
                expand?: ("indicator" | "area")[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series, by indicator, area and segment. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "0250",
                     *           "segment": null,
                     *           "latestPeriod": "2024-06",
                     *           "awaited": {
                     *             "period": "2024-07",
                     *             "expectedOn": "2024-09-14",
                     *             "overdueDays": 0
                     *           },
                     *           "lastRecordedAt": "2024-08-15T06:00:00.000Z",
                     *           "lastActor": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *           "targets": [
                     *             "frederikssund-2024.3a"
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["FreshnessExpanded"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listFigures: {
        parameters: {
            query: {
                /**
                 * @description The indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                indicator: string;
                /** @description The area; this or areas is needed. */
                area?: string;
                /** @description Kommuner that are taken together, 2 to 98 with commas between: 0250,0260. */
                areas?: string[];
                /** @description The segment; the whole if empty or absent. */
                segment?: string;
                /**
                 * @description Only periods that end on or after this day.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only periods that end on or before this day.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description As known at this instant. */
                knownAt?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "period" | "-period";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: period, value, flag, revision, source, calculation. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of figures, by period. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "indicator": "bruttoledige-pct-arbejdsstyrke",
                     *       "area": null,
                     *       "members": [
                     *         "0250",
                     *         "0260"
                     *       ],
                     *       "segment": null,
                     *       "items": [
                     *         {
                     *           "period": "2024-06",
                     *           "value": 3.485254691689008,
                     *           "flag": "final",
                     *           "revision": null,
                     *           "source": null,
                     *           "calculation": {
                     *             "method": "group_ratio",
                     *             "parts": [
                     *               {
                     *                 "indicator": "bruttoledige-fuldtidspersoner",
                     *                 "area": "0250",
                     *                 "segment": null,
                     *                 "period": "2024-06",
                     *                 "value": 800,
                     *                 "flag": "final",
                     *                 "revision": 1,
                     *                 "source": "Jobindsats"
                     *               },
                     *               {
                     *                 "indicator": "arbejdsstyrke-personer",
                     *                 "area": "0250",
                     *                 "segment": null,
                     *                 "period": "2024-06",
                     *                 "value": 22500,
                     *                 "flag": "final",
                     *                 "revision": 1,
                     *                 "source": "Jobindsats"
                     *               },
                     *               {
                     *                 "indicator": "bruttoledige-fuldtidspersoner",
                     *                 "area": "0260",
                     *                 "segment": null,
                     *                 "period": "2024-06",
                     *                 "value": 500,
                     *                 "flag": "final",
                     *                 "revision": 1,
                     *                 "source": "Jobindsats"
                     *               },
                     *               {
                     *                 "indicator": "arbejdsstyrke-personer",
                     *                 "area": "0260",
                     *                 "segment": null,
                     *                 "period": "2024-06",
                     *                 "value": 14800,
                     *                 "flag": "final",
                     *                 "revision": 1,
                     *                 "source": "Jobindsats"
                     *               }
                     *             ],
                     *             "missing": []
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Figures"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, name, scopes, kommuner, indicators, expiresAt. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *       "name": "Jobindsats, natlig",
                     *       "scopes": [
                     *         "measurements:write"
                     *       ],
                     *       "kommuner": [
                     *         "0250"
                     *       ],
                     *       "indicators": null,
                     *       "expiresAt": "2027-12-31T23:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Only keys with this scope. Several with commas between: any of them. */
                scope?: ("measurements:write" | "plans:write" | "drafts:read" | "admin")[];
                /** @description Only keys that are bound to this kommune. Several with commas between: any of them. */
                kommune?: string[];
                /** @description true: only keys that open something now; false: only those that were revoked or have expired. */
                active?: boolean;
                /**
                 * @description Only those with all of these words, or parts of words, in the name. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "name" | "-name" | "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, name, scopes, kommuner, indicators, expiresAt, createdAt, createdBy, revokedAt. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, the oldest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *           "name": "Jobindsats, natlig",
                     *           "scopes": [
                     *             "measurements:write"
                     *           ],
                     *           "kommuner": [
                     *             "0250"
                     *           ],
                     *           "indicators": null,
                     *           "expiresAt": "2027-12-31T23:00:00.000Z",
                     *           "createdAt": "2026-11-23T08:00:00.000Z",
                     *           "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42",
                     *           "revokedAt": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Jobindsats, natlig",
                 *       "scopes": [
                 *         "measurements:write"
                 *       ],
                 *       "kommuner": [
                 *         "0250"
                 *       ],
                 *       "expiresAt": "2027-12-31T23:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["KeyInput"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *         "name": "Jobindsats, natlig",
                     *         "scopes": [
                     *           "measurements:write"
                     *         ],
                     *         "kommuner": [
                     *           "0250"
                     *         ],
                     *         "indicators": null,
                     *         "expiresAt": "2027-12-31T23:00:00.000Z",
                     *         "createdAt": "2026-11-23T08:00:00.000Z",
                     *         "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42",
                     *         "revokedAt": null
                     *       },
                     *       "secret": "maal_…",
                     *       "earlierUntil": null
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedKey"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getKey: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, name, scopes, kommuner, indicators, expiresAt, createdAt, createdBy, revokedAt. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the key.
                 * @example key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *       "name": "Jobindsats, natlig",
                     *       "scopes": [
                     *         "measurements:write"
                     *       ],
                     *       "kommuner": [
                     *         "0250"
                     *       ],
                     *       "indicators": null,
                     *       "expiresAt": "2027-12-31T23:00:00.000Z",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42",
                     *       "revokedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key.
                 * @example key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the key.
                 * @example key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "graceHours": 48
                 *     }
                 */
                "application/json": components["schemas"]["KeyRotationInput"];
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": {
                     *         "id": "key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11",
                     *         "name": "Jobindsats, natlig",
                     *         "scopes": [
                     *           "measurements:write"
                     *         ],
                     *         "kommuner": [
                     *           "0250"
                     *         ],
                     *         "indicators": null,
                     *         "expiresAt": "2027-12-31T23:00:00.000Z",
                     *         "createdAt": "2026-11-23T08:00:00.000Z",
                     *         "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42",
                     *         "revokedAt": null
                     *       },
                     *       "secret": "maal_…",
                     *       "earlierUntil": "2026-11-25T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedKey"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Only webhooks that are told of events of this type. Several with commas between: any of them. */
                type?: ("measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed")[];
                /** @description Only webhooks that are told of this kommune, those of all kommuner too. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only webhooks that stand so. Several with commas between: any of them. */
                state?: ("active" | "ended")[];
                /**
                 * @description Only those with all of these words, or parts of words, in the address and the description. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.
                 * @example sygedag
                 */
                q?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "id" | "-id" | "url" | "-url" | "state" | "-state" | "createdAt" | "-createdAt";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, url, description, types, kommuner, state, endedAt, endedBecause, lastEvent, createdAt, createdBy. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks, the oldest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f",
                     *           "url": "https://example.dk/maal",
                     *           "description": "Kommunens ledelsesinformation",
                     *           "types": [
                     *             "target.status_changed",
                     *             "plan.adopted"
                     *           ],
                     *           "kommuner": [
                     *             "0250"
                     *           ],
                     *           "state": "active",
                     *           "endedAt": null,
                     *           "endedBecause": null,
                     *           "lastEvent": "evt-41",
                     *           "createdAt": "2026-11-23T08:00:00.000Z",
                     *           "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.dk/maal",
                 *       "types": [
                 *         "target.status_changed",
                 *         "plan.adopted"
                 *       ],
                 *       "kommuner": [
                 *         "0250"
                 *       ],
                 *       "description": "Kommunens ledelsesinformation"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhook": {
                     *         "id": "whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f",
                     *         "url": "https://example.dk/maal",
                     *         "description": "Kommunens ledelsesinformation",
                     *         "types": [
                     *           "target.status_changed",
                     *           "plan.adopted"
                     *         ],
                     *         "kommuner": [
                     *           "0250"
                     *         ],
                     *         "state": "active",
                     *         "endedAt": null,
                     *         "endedBecause": null,
                     *         "lastEvent": "evt-41",
                     *         "createdAt": "2026-11-23T08:00:00.000Z",
                     *         "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42"
                     *       },
                     *       "secret": "whsec_…",
                     *       "earlierUntil": null
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedWebhook"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getWebhook: {
        parameters: {
            query?: {
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, url, description, types, kommuner, state, endedAt, endedBecause, lastEvent, createdAt, createdBy. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f",
                     *       "url": "https://example.dk/maal",
                     *       "description": "Kommunens ledelsesinformation",
                     *       "types": [
                     *         "target.status_changed",
                     *         "plan.adopted"
                     *       ],
                     *       "kommuner": [
                     *         "0250"
                     *       ],
                     *       "state": "active",
                     *       "endedAt": null,
                     *       "endedBecause": null,
                     *       "lastEvent": "evt-41",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    rotateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "graceHours": 48
                 *     }
                 */
                "application/json": components["schemas"]["WebhookRotationInput"];
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhook": {
                     *         "id": "whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f",
                     *         "url": "https://example.dk/maal",
                     *         "description": "Kommunens ledelsesinformation",
                     *         "types": [
                     *           "target.status_changed",
                     *           "plan.adopted"
                     *         ],
                     *         "kommuner": [
                     *           "0250"
                     *         ],
                     *         "state": "active",
                     *         "endedAt": null,
                     *         "endedBecause": null,
                     *         "lastEvent": "evt-41",
                     *         "createdAt": "2026-11-23T08:00:00.000Z",
                     *         "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42"
                     *       },
                     *       "secret": "whsec_…",
                     *       "earlierUntil": "2026-11-25T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedWebhook"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It goes on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f",
                     *       "url": "https://example.dk/maal",
                     *       "description": "Kommunens ledelsesinformation",
                     *       "types": [
                     *         "target.status_changed",
                     *         "plan.adopted"
                     *       ],
                     *       "kommuner": [
                     *         "0250"
                     *       ],
                     *       "state": "active",
                     *       "endedAt": null,
                     *       "endedBecause": null,
                     *       "lastEvent": "evt-41",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "createdBy": "key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only deliveries that stand so. Several with commas between: any of them. */
                state?: ("pending" | "delivered" | "failed")[];
                /** @description Only deliveries of events of this type. Several with commas between: any of them. */
                type?: ("measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed")[];
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "event" | "-event";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, event, type, subject, replay, state, attempts, nextAttemptAt, createdAt, settledAt. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "dlv-9a1c6b0e-1f57-4b35-8d5c-2f4e6a7b8c9d",
                     *           "event": "evt-42",
                     *           "type": "target.status_changed",
                     *           "subject": "frederikssund-2024.3a",
                     *           "replay": 0,
                     *           "state": "delivered",
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-23T09:00:00.000Z",
                     *               "durationMs": 212,
                     *               "status": 503,
                     *               "error": "answered 503"
                     *             },
                     *             {
                     *               "number": 2,
                     *               "at": "2026-11-23T09:00:05.100Z",
                     *               "durationMs": 87,
                     *               "status": 204,
                     *               "error": null
                     *             }
                     *           ],
                     *           "nextAttemptAt": null,
                     *           "createdAt": "2026-11-23T08:59:59.800Z",
                     *           "settledAt": "2026-11-23T09:00:05.100Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
                /**
                 * @description The id of the delivery.
                 * @example dlv-9a1c6b0e-1f57-4b35-8d5c-2f4e6a7b8c9d
                 */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv-9a1c6b0e-1f57-4b35-8d5c-2f4e6a7b8c9d",
                     *       "event": "evt-42",
                     *       "type": "target.status_changed",
                     *       "subject": "frederikssund-2024.3a",
                     *       "replay": 1,
                     *       "state": "pending",
                     *       "attempts": [],
                     *       "nextAttemptAt": "2026-11-23T10:00:00.000Z",
                     *       "createdAt": "2026-11-23T10:00:00.000Z",
                     *       "settledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the webhook.
                 * @example whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "after": "evt-17"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayInput"];
            };
        };
        responses: {
            /** @description What is sent again. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveries": 25,
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    getTargetStatus: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, asOf, knownAt, status, final, reason, provisional, late, stale, met, current, baseline, goalLine, expected, pace, paceLimits, progress, distance, trend, projection, evidence, explanation, rule, window, children. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "frederikssund-2024.3a",
                     *       "asOf": "2024-07-10",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "status": "at_risk",
                     *       "final": false,
                     *       "reason": null,
                     *       "provisional": null,
                     *       "late": false,
                     *       "stale": false,
                     *       "met": false,
                     *       "current": {
                     *         "period": "2024-06",
                     *         "value": 3.9,
                     *         "benchmark": 3.4,
                     *         "measure": 0.1
                     *       },
                     *       "baseline": {
                     *         "period": "2023-08",
                     *         "on": "2023-08-31",
                     *         "value": 4,
                     *         "benchmark": 3.4,
                     *         "measure": 0
                     *       },
                     *       "goalLine": {
                     *         "comparator": "gte",
                     *         "value": 0.2
                     *       },
                     *       "expected": 0.1246,
                     *       "pace": 0.8026,
                     *       "paceLimits": {
                     *         "onTrack": 0.95,
                     *         "atRisk": 0.6
                     *       },
                     *       "progress": 0.5,
                     *       "distance": -0.1,
                     *       "trend": null,
                     *       "projection": null,
                     *       "evidence": [
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "0250",
                     *           "segment": null,
                     *           "period": "2023-08",
                     *           "value": 4,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "calculation": null
                     *         },
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "0250",
                     *           "segment": null,
                     *           "period": "2024-06",
                     *           "value": 3.9,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "calculation": null
                     *         },
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "DK",
                     *           "segment": null,
                     *           "period": "2023-08",
                     *           "value": 3.4,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "calculation": null
                     *         },
                     *         {
                     *           "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *           "area": "DK",
                     *           "segment": null,
                     *           "period": "2024-06",
                     *           "value": 3.4,
                     *           "flag": "final",
                     *           "revision": 1,
                     *           "source": "Jobindsats",
                     *           "calculation": null
                     *         }
                     *       ],
                     *       "children": null,
                     *       "explanation": {
                     *         "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *         "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *       },
                     *       "rule": {
                     *         "kind": "gap_reduction",
                     *         "amount": 0.2,
                     *         "benchmark": {
                     *           "area": "DK"
                     *         },
                     *         "baseline": {
                     *           "period": "2023-08"
                     *         }
                     *       },
                     *       "window": {
                     *         "start": "2024-01-01",
                     *         "deadline": "2024-12-31"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TargetStatus"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getGoalStatus: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: goal, plan, asOf, knownAt, overall, counts, coverage, targets. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the goal: the plan's, a dot and the code.
                 * @example frederikssund-2024.3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The goal's status and its targets'. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "goal": "frederikssund-2024.3",
                     *       "plan": "frederikssund-2024",
                     *       "asOf": "2024-07-10",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "overall": "at_risk",
                     *       "counts": {
                     *         "at_risk": 1
                     *       },
                     *       "coverage": 1,
                     *       "targets": [
                     *         {
                     *           "target": "frederikssund-2024.3a",
                     *           "asOf": "2024-07-10",
                     *           "knownAt": "2026-01-01T00:00:00.000Z",
                     *           "status": "at_risk",
                     *           "final": false,
                     *           "reason": null,
                     *           "provisional": null,
                     *           "late": false,
                     *           "stale": false,
                     *           "met": false,
                     *           "current": {
                     *             "period": "2024-06",
                     *             "value": 3.9,
                     *             "benchmark": 3.4,
                     *             "measure": 0.1
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08",
                     *             "on": "2023-08-31",
                     *             "value": 4,
                     *             "benchmark": 3.4,
                     *             "measure": 0
                     *           },
                     *           "goalLine": {
                     *             "comparator": "gte",
                     *             "value": 0.2
                     *           },
                     *           "expected": 0.1246,
                     *           "pace": 0.8026,
                     *           "paceLimits": {
                     *             "onTrack": 0.95,
                     *             "atRisk": 0.6
                     *           },
                     *           "progress": 0.5,
                     *           "distance": -0.1,
                     *           "trend": null,
                     *           "projection": null,
                     *           "evidence": [
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.9,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             }
                     *           ],
                     *           "children": null,
                     *           "explanation": {
                     *             "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *             "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GoalStatus"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getPlanStatus: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description The plan as it stood at this version; the current one if absent. */
                version?: number;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: plan, asOf, knownAt, overall, counts, coverage, goals, targets. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the plan.
                 * @example frederikssund-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan's status, its goals' and its targets'. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "frederikssund-2024",
                     *       "asOf": "2024-07-10",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "overall": "at_risk",
                     *       "counts": {
                     *         "at_risk": 1
                     *       },
                     *       "coverage": 1,
                     *       "goals": [
                     *         {
                     *           "goal": "frederikssund-2024.3",
                     *           "overall": "at_risk",
                     *           "counts": {
                     *             "at_risk": 1
                     *           },
                     *           "coverage": 1
                     *         }
                     *       ],
                     *       "targets": [
                     *         {
                     *           "target": "frederikssund-2024.3a",
                     *           "asOf": "2024-07-10",
                     *           "knownAt": "2026-01-01T00:00:00.000Z",
                     *           "status": "at_risk",
                     *           "final": false,
                     *           "reason": null,
                     *           "provisional": null,
                     *           "late": false,
                     *           "stale": false,
                     *           "met": false,
                     *           "current": {
                     *             "period": "2024-06",
                     *             "value": 3.9,
                     *             "benchmark": 3.4,
                     *             "measure": 0.1
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08",
                     *             "on": "2023-08-31",
                     *             "value": 4,
                     *             "benchmark": 3.4,
                     *             "measure": 0
                     *           },
                     *           "goalLine": {
                     *             "comparator": "gte",
                     *             "value": 0.2
                     *           },
                     *           "expected": 0.1246,
                     *           "pace": 0.8026,
                     *           "paceLimits": {
                     *             "onTrack": 0.95,
                     *             "atRisk": 0.6
                     *           },
                     *           "progress": 0.5,
                     *           "distance": -0.1,
                     *           "trend": null,
                     *           "projection": null,
                     *           "evidence": [
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.9,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             }
                     *           ],
                     *           "children": null,
                     *           "explanation": {
                     *             "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *             "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanStatus"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getTargetHistory: {
        parameters: {
            query?: {
                /**
                 * @description The first day; the start of the window if absent.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description The last day; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                to?: string;
                /**
                 * @description From one day to the next; P1M if absent. At most 400 days.
                 * @example P1Y
                 */
                step?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, asOf, knownAt, status, final, reason, provisional, late, stale, met, current, baseline, goalLine, expected, pace, paceLimits, progress, distance, trend, projection, evidence, explanation, rule, window, children. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status on each day. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "frederikssund-2024.3a",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "items": [
                     *         {
                     *           "target": "frederikssund-2024.3a",
                     *           "asOf": "2024-07-10",
                     *           "knownAt": "2026-01-01T00:00:00.000Z",
                     *           "status": "at_risk",
                     *           "final": false,
                     *           "reason": null,
                     *           "provisional": null,
                     *           "late": false,
                     *           "stale": false,
                     *           "met": false,
                     *           "current": {
                     *             "period": "2024-06",
                     *             "value": 3.9,
                     *             "benchmark": 3.4,
                     *             "measure": 0.1
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08",
                     *             "on": "2023-08-31",
                     *             "value": 4,
                     *             "benchmark": 3.4,
                     *             "measure": 0
                     *           },
                     *           "goalLine": {
                     *             "comparator": "gte",
                     *             "value": 0.2
                     *           },
                     *           "expected": 0.1246,
                     *           "pace": 0.8026,
                     *           "paceLimits": {
                     *             "onTrack": 0.95,
                     *             "atRisk": 0.6
                     *           },
                     *           "progress": 0.5,
                     *           "distance": -0.1,
                     *           "trend": null,
                     *           "projection": null,
                     *           "evidence": [
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.9,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             }
                     *           ],
                     *           "children": null,
                     *           "explanation": {
                     *             "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *             "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StatusHistory"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listStatuses: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only targets of this kommune's plans. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only targets of this plan. Several with commas between: any of them. */
                plan?: string[];
                /** @description Only targets of this goal. Several with commas between: any of them. */
                goal?: string[];
                /** @description Only this target. Several with commas between: any of them. */
                target?: string[];
                /** @description Only targets that read this indicator, benchmarks included. Several with commas between: any of them. */
                indicator?: string[];
                /** @description Only targets of goals that adopt this national goal. Several with commas between: any of them. */
                nationalGoal?: string[];
                /** @description Only targets of goals that adopt a national goal of this number, whatever its year. Several with commas between: any of them. */
                nationalGoalNumber?: number[];
                /** @description Only targets that are judged by this kind of rule. Several with commas between: any of them. */
                ruleKind?: ("threshold" | "change" | "benchmark_level" | "benchmark_trend" | "gap_reduction" | "direction" | "milestone" | "assessment" | "monitor" | "all_of" | "any_of")[];
                /** @description Only targets of plans of this kind. Several with commas between: any of them. */
                planKind?: ("annual_plan" | "strategy")[];
                /** @description Only targets of plans of this status; adopted and closed ones if absent. Drafts need the scope drafts:read. Several with commas between: any of them. */
                planStatus?: ("draft" | "adopted" | "closed" | "withdrawn")[];
                /**
                 * @description Only targets of plans whose period covers this day; plans of every year if absent.
                 * @example 2024-07-10
                 */
                inForceOn?: string;
                /** @description Only targets that have this status. Several with commas between: any of them. */
                status?: ("missed" | "off_track" | "at_risk" | "awaiting_data" | "no_data" | "not_started" | "on_track" | "achieved" | "monitored")[];
                /** @description Only targets that await data and would have this status as things stand. Several with commas between: any of them. */
                provisional?: ("on_track" | "at_risk" | "off_track" | "achieved" | "missed")[];
                /** @description Only targets whose status is decided by figures that are not provisional, or only the others. */
                final?: boolean;
                /** @description Only milestones that were done after the deadline, or only the others. */
                late?: boolean;
                /** @description Only targets with a newer figure that ought to be out by now, or only the others. */
                stale?: boolean;
                /** @description What to group by. Several with commas between: each combination is a group. A target under several national goals is in the group of each, and one under none in that of null; the total counts each once. Regions and RAR are those that the kommune belongs to on `asOf`. */
                groupBy?: ("kommune" | "region" | "rar" | "plan" | "goal" | "indicator" | "nationalGoal" | "nationalGoalNumber" | "status" | "ruleKind")[];
                /** @description Items a page: 0 (the total and the groups alone) to 2000; 50 if absent. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "target" | "-target" | "kommune" | "-kommune" | "status" | "-status";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, asOf, knownAt, status, final, reason, provisional, late, stale, met, current, baseline, goalLine, expected, pace, paceLimits, progress, distance, trend, projection, evidence, explanation, rule, window, children, subject. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The total, the groups and a page of statuses. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2024-07-10",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "total": {
                     *         "targets": 1,
                     *         "overall": "at_risk",
                     *         "counts": {
                     *           "at_risk": 1
                     *         },
                     *         "coverage": 1
                     *       },
                     *       "groups": [
                     *         {
                     *           "key": {
                     *             "kommune": {
                     *               "id": "0250",
                     *               "name": {
                     *                 "da": "Frederikssund",
                     *                 "en": "Frederikssund"
                     *               }
                     *             }
                     *           },
                     *           "targets": 1,
                     *           "overall": "at_risk",
                     *           "counts": {
                     *             "at_risk": 1
                     *           },
                     *           "coverage": 1
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "target": "frederikssund-2024.3a",
                     *           "asOf": "2024-07-10",
                     *           "knownAt": "2026-01-01T00:00:00.000Z",
                     *           "status": "at_risk",
                     *           "final": false,
                     *           "reason": null,
                     *           "provisional": null,
                     *           "late": false,
                     *           "stale": false,
                     *           "met": false,
                     *           "current": {
                     *             "period": "2024-06",
                     *             "value": 3.9,
                     *             "benchmark": 3.4,
                     *             "measure": 0.1
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08",
                     *             "on": "2023-08-31",
                     *             "value": 4,
                     *             "benchmark": 3.4,
                     *             "measure": 0
                     *           },
                     *           "goalLine": {
                     *             "comparator": "gte",
                     *             "value": 0.2
                     *           },
                     *           "expected": 0.1246,
                     *           "pace": 0.8026,
                     *           "paceLimits": {
                     *             "onTrack": 0.95,
                     *             "atRisk": 0.6
                     *           },
                     *           "progress": 0.5,
                     *           "distance": -0.1,
                     *           "trend": null,
                     *           "projection": null,
                     *           "evidence": [
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "0250",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.9,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2023-08",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             },
                     *             {
                     *               "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "area": "DK",
                     *               "segment": null,
                     *               "period": "2024-06",
                     *               "value": 3.4,
                     *               "flag": "final",
                     *               "revision": 1,
                     *               "source": "Jobindsats",
                     *               "calculation": null
                     *             }
                     *           ],
                     *           "children": null,
                     *           "explanation": {
                     *             "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *             "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *           },
                     *           "rule": {
                     *             "kind": "gap_reduction",
                     *             "amount": 0.2,
                     *             "benchmark": {
                     *               "area": "DK"
                     *             },
                     *             "baseline": {
                     *               "period": "2023-08"
                     *             }
                     *           },
                     *           "window": {
                     *             "start": "2024-01-01",
                     *             "deadline": "2024-12-31"
                     *           },
                     *           "subject": {
                     *             "code": "3a",
                     *             "title": "Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre",
                     *             "segment": null,
                     *             "kommune": {
                     *               "id": "0250",
                     *               "name": "Frederikssund"
                     *             },
                     *             "plan": {
                     *               "id": "frederikssund-2024",
                     *               "title": "Beskæftigelsesplan 2024",
                     *               "kind": "annual_plan",
                     *               "status": "adopted",
                     *               "period": {
                     *                 "from": "2024-01-01",
                     *                 "to": "2024-12-31"
                     *               }
                     *             },
                     *             "goal": {
                     *               "id": "frederikssund-2024.3",
                     *               "code": "3",
                     *               "title": "Færre og kortere sygedagpengeforløb",
                     *               "nationalGoals": []
                     *             },
                     *             "indicator": {
                     *               "id": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *               "name": {
                     *                 "da": "Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken",
                     *                 "en": "Sickness benefit and job clarification, per cent of the labour force"
                     *               },
                     *               "unit": "percent",
                     *               "decimals": 1
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Statuses"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    compare: {
        parameters: {
            query: {
                /**
                 * @description The indicator.
                 * @example sygedagpenge-jobafklaring-pct-arbejdsstyrke
                 */
                indicator: string;
                /**
                 * @description The period, of the indicator's frequency; if absent, the latest in which at least half of the areas that have any figure have one. The answer says which.
                 * @example 2024-08
                 */
                period?: string;
                /** @description The areas that are compared, of one kind; all kommuner if absent. Several with commas between: any of them. */
                areas?: string[];
                /** @description Instead of areas: the kommuner that belong to this RAR or region at the end of the period. Several with commas between: any of them. */
                memberOf?: string[];
                /** @description The segment; the whole if empty or absent. */
                segment?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "rank" | "-rank" | "name" | "-name" | "value" | "-value" | "change" | "-change" | "area" | "-area";
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: area, name, value, flag, reason, rank, of, percentile, country, rar, region, yearBefore, targets, explanation. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The areas, and the groups that they are compared with. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *       "segment": null,
                     *       "period": "2024-06",
                     *       "yearBefore": "2023-06",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "unit": "percent",
                     *       "differenceUnit": "percentage_points",
                     *       "polarity": "lower_is_better",
                     *       "ranked": 98,
                     *       "groups": [
                     *         {
                     *           "name": "Hele landet",
                     *           "area": "DK",
                     *           "value": 3.4,
                     *           "flag": "final",
                     *           "reason": null
                     *         },
                     *         {
                     *           "name": "RAR Hovedstaden",
                     *           "area": "RAR-HOV",
                     *           "value": 3.2,
                     *           "flag": "final",
                     *           "reason": null
                     *         },
                     *         {
                     *           "name": "Region Hovedstaden",
                     *           "area": "1084",
                     *           "value": 3.2,
                     *           "flag": "final",
                     *           "reason": null
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "area": "0250",
                     *           "name": "Frederikssund",
                     *           "value": 3.9,
                     *           "flag": "final",
                     *           "reason": null,
                     *           "rank": 71,
                     *           "of": 98,
                     *           "percentile": 27.8351,
                     *           "country": {
                     *             "area": "DK",
                     *             "value": 3.4,
                     *             "flag": "final",
                     *             "reason": null,
                     *             "distance": 0.5
                     *           },
                     *           "rar": {
                     *             "area": "RAR-HOV",
                     *             "value": 3.2,
                     *             "flag": "final",
                     *             "reason": null,
                     *             "distance": 0.7
                     *           },
                     *           "region": {
                     *             "area": "1084",
                     *             "value": 3.2,
                     *             "flag": "final",
                     *             "reason": null,
                     *             "distance": 0.7
                     *           },
                     *           "yearBefore": {
                     *             "value": 4.1,
                     *             "change": -0.2,
                     *             "reason": null
                     *           },
                     *           "targets": [
                     *             "frederikssund-2024.3a"
                     *           ],
                     *           "explanation": {
                     *             "da": "Frederikssund Kommune: 3,9 pct. for juni 2024, nr. 71 af 98; 0,5 procentpoint højere end hele landet, 0,7 procentpoint højere end RAR Hovedstaden, 0,7 procentpoint højere end Region Hovedstaden; et fald på 0,2 procentpoint siden juni 2023.",
                     *             "en": "Frederikssund Kommune: 3.9 per cent for June 2024, number 71 of 98; 0.5 percentage points higher than the whole country, 0.7 percentage points higher than RAR Hovedstaden, 0.7 percentage points higher than Region Hovedstaden; a decrease of 0.2 percentage points since June 2023."
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getRequiredPace: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
                /** @description Only these members of the answer, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: target, asOf, knownAt, kind, state, reason, goalLine, current, periodsLeft, nextPeriod, lastPeriod, remaining, perPeriod, soFar, needed, assumption, due, forecast, noForecast, explanation, children. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it takes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "frederikssund-2024.3a",
                     *       "asOf": "2024-07-10",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "kind": "gap_reduction",
                     *       "state": "required",
                     *       "reason": null,
                     *       "goalLine": {
                     *         "comparator": "gte",
                     *         "value": 0.2
                     *       },
                     *       "current": {
                     *         "period": "2024-06",
                     *         "value": 3.9,
                     *         "benchmark": 3.4,
                     *         "measure": 0.1
                     *       },
                     *       "periodsLeft": 6,
                     *       "nextPeriod": "2024-07",
                     *       "lastPeriod": "2024-12",
                     *       "remaining": 0.1,
                     *       "perPeriod": 0.0167,
                     *       "soFar": 0.01,
                     *       "needed": {
                     *         "in": "last",
                     *         "comparator": "lte",
                     *         "value": 3.8
                     *       },
                     *       "assumption": {
                     *         "benchmark": 3.4,
                     *         "period": "2024-06"
                     *       },
                     *       "due": null,
                     *       "children": null,
                     *       "forecast": null,
                     *       "noForecast": "too_few_figures",
                     *       "explanation": {
                     *         "da": "Tallet for december 2024 skal være højst 3,8 pct., hvis hele landet bliver på 3,4 pct.; gabet skal mindskes med 0,02 procentpoint om måneden (hidtil: gabet er mindsket med 0,01 procentpoint om måneden).",
                     *         "en": "The figure for December 2024 must be at most 3.8 per cent, if the whole country stays at 3.4 per cent; the gap must narrow by 0.02 percentage points a month (so far: the gap has narrowed by 0.01 percentage points a month)."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RequiredPace"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    whatIf: {
        parameters: {
            query?: {
                /**
                 * @description The day the question is asked for; today in Denmark if absent.
                 * @example 2024-07-10
                 */
                asOf?: string;
                /** @description The instant of knowledge; now if absent. */
                knownAt?: string;
            };
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "measurements": [
                 *         {
                 *           "period": "2024-07",
                 *           "value": 3.8
                 *         },
                 *         {
                 *           "area": "DK",
                 *           "period": "2024-07",
                 *           "value": 3.5
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WhatIfInput"];
            };
        };
        responses: {
            /** @description The status as it is and as it would be. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "target": "frederikssund-2024.3a",
                     *       "hypothetical": true,
                     *       "asOf": "2024-07-31",
                     *       "knownAt": "2026-01-01T00:00:00.000Z",
                     *       "assumed": {
                     *         "measurements": [
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "segment": null,
                     *             "period": "2024-07",
                     *             "flag": "final",
                     *             "area": "0250",
                     *             "value": 3.8
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "segment": null,
                     *             "period": "2024-07",
                     *             "flag": "final",
                     *             "area": "DK",
                     *             "value": 3.5
                     *           }
                     *         ],
                     *         "rule": null,
                     *         "window": null,
                     *         "deliverables": [],
                     *         "assessment": null
                     *       },
                     *       "actual": {
                     *         "target": "frederikssund-2024.3a",
                     *         "asOf": "2024-07-31",
                     *         "knownAt": "2026-01-01T00:00:00.000Z",
                     *         "status": "at_risk",
                     *         "final": false,
                     *         "reason": null,
                     *         "provisional": null,
                     *         "late": false,
                     *         "stale": false,
                     *         "met": false,
                     *         "current": {
                     *           "period": "2024-06",
                     *           "value": 3.9,
                     *           "benchmark": 3.4,
                     *           "measure": 0.1
                     *         },
                     *         "baseline": {
                     *           "period": "2023-08",
                     *           "on": "2023-08-31",
                     *           "value": 4,
                     *           "benchmark": 3.4,
                     *           "measure": 0
                     *         },
                     *         "goalLine": {
                     *           "comparator": "gte",
                     *           "value": 0.2
                     *         },
                     *         "expected": 0.1246,
                     *         "pace": 0.8026,
                     *         "paceLimits": {
                     *           "onTrack": 0.95,
                     *           "atRisk": 0.6
                     *         },
                     *         "progress": 0.5,
                     *         "distance": -0.1,
                     *         "trend": null,
                     *         "projection": null,
                     *         "evidence": [
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "0250",
                     *             "segment": null,
                     *             "period": "2023-08",
                     *             "value": 4,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "0250",
                     *             "segment": null,
                     *             "period": "2024-06",
                     *             "value": 3.9,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "DK",
                     *             "segment": null,
                     *             "period": "2023-08",
                     *             "value": 3.4,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "DK",
                     *             "segment": null,
                     *             "period": "2024-06",
                     *             "value": 3.4,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           }
                     *         ],
                     *         "children": null,
                     *         "explanation": {
                     *           "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.",
                     *           "en": "At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes."
                     *         },
                     *         "rule": {
                     *           "kind": "gap_reduction",
                     *           "amount": 0.2,
                     *           "benchmark": {
                     *             "area": "DK"
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08"
                     *           }
                     *         },
                     *         "window": {
                     *           "start": "2024-01-01",
                     *           "deadline": "2024-12-31"
                     *         }
                     *       },
                     *       "whatIf": {
                     *         "target": "frederikssund-2024.3a",
                     *         "asOf": "2024-07-31",
                     *         "knownAt": "2026-01-01T00:00:00.000Z",
                     *         "status": "on_track",
                     *         "final": false,
                     *         "reason": null,
                     *         "provisional": null,
                     *         "late": false,
                     *         "stale": false,
                     *         "met": true,
                     *         "current": {
                     *           "period": "2024-07",
                     *           "value": 3.8,
                     *           "benchmark": 3.5,
                     *           "measure": 0.3
                     *         },
                     *         "baseline": {
                     *           "period": "2023-08",
                     *           "on": "2023-08-31",
                     *           "value": 4,
                     *           "benchmark": 3.4,
                     *           "measure": 0
                     *         },
                     *         "goalLine": {
                     *           "comparator": "gte",
                     *           "value": 0.2
                     *         },
                     *         "expected": 0.1373,
                     *         "pace": 2.1851,
                     *         "paceLimits": {
                     *           "onTrack": 0.95,
                     *           "atRisk": 0.6
                     *         },
                     *         "progress": 1.5,
                     *         "distance": 0.1,
                     *         "trend": "improving",
                     *         "projection": null,
                     *         "evidence": [
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "0250",
                     *             "segment": null,
                     *             "period": "2023-08",
                     *             "value": 4,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "area": "DK",
                     *             "segment": null,
                     *             "period": "2023-08",
                     *             "value": 3.4,
                     *             "flag": "final",
                     *             "revision": 1,
                     *             "source": "Jobindsats",
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "segment": null,
                     *             "period": "2024-07",
                     *             "flag": "final",
                     *             "area": "0250",
                     *             "value": 3.8,
                     *             "revision": null,
                     *             "source": null,
                     *             "calculation": null
                     *           },
                     *           {
                     *             "indicator": "sygedagpenge-jobafklaring-pct-arbejdsstyrke",
                     *             "segment": null,
                     *             "period": "2024-07",
                     *             "flag": "final",
                     *             "area": "DK",
                     *             "value": 3.5,
                     *             "revision": null,
                     *             "source": null,
                     *             "calculation": null
                     *           }
                     *         ],
                     *         "children": null,
                     *         "explanation": {
                     *           "da": "På rette vej: gabet til hele landet er mindsket med 0,3 procentpoint fra august 2023 til juli 2024 (3,8 pct. mod 3,5 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; målet er nået indtil videre.",
                     *           "en": "On track: the gap to the whole country has narrowed by 0.3 percentage points from August 2023 to July 2024 (3.8 per cent against 3.5 per cent), and the goal is that it narrows by at least 0.2 percentage points; the goal is met so far."
                     *         },
                     *         "rule": {
                     *           "kind": "gap_reduction",
                     *           "amount": 0.2,
                     *           "benchmark": {
                     *             "area": "DK"
                     *           },
                     *           "baseline": {
                     *             "period": "2023-08"
                     *           }
                     *         },
                     *         "window": {
                     *           "start": "2024-01-01",
                     *           "deadline": "2024-12-31"
                     *         }
                     *       },
                     *       "difference": {
                     *         "status": "better",
                     *         "measure": 0.2,
                     *         "distance": 0.2,
                     *         "pace": 1.3825,
                     *         "progress": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Where to go on: the last answer's `nextCursor`, or the id of an event. `now` begins with what happens from now on; without it the feed begins at the first event. */
                after?: string;
                /** @description Events an answer: 1 to 500. */
                limit?: number;
                /** @description Only events of this type. Several with commas between: any of them. */
                type?: ("measurements.recorded" | "plan.adopted" | "plan.changed" | "follow_up.recorded" | "indicator.changed" | "target.status_changed")[];
                /** @description Only what concerns this kommune: its plans and targets, figures of its area, and changed indicators, which are everybody's. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only what happened to this one: an import, a plan, a target or an indicator, by its id. Several with commas between: any of them. */
                subject?: string[];
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, type, timestamp, data. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events after the place, the earliest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "evt-41",
                     *           "type": "target.status_changed",
                     *           "timestamp": "2024-07-10T06:00:01.200Z",
                     *           "data": {
                     *             "target": "frederikssund-2024.3a",
                     *             "plan": "frederikssund-2024",
                     *             "kommune": "0250",
                     *             "before": {
                     *               "status": "no_data",
                     *               "asOf": "2024-07-01"
                     *             },
                     *             "after": {
                     *               "status": "at_risk",
                     *               "final": false,
                     *               "reason": null,
                     *               "provisional": null,
                     *               "current": {
                     *                 "period": "2024-06",
                     *                 "value": 3.9,
                     *                 "benchmark": 3.4,
                     *                 "measure": 0.1
                     *               },
                     *               "goalLine": {
                     *                 "comparator": "gte",
                     *                 "value": 0.2
                     *               },
                     *               "asOf": "2024-07-10"
                     *             },
                     *             "why": {
                     *               "da": "I risiko: gabet til hele landet er mindsket med 0,1 procentpoint.",
                     *               "en": "At risk: the gap to the country has narrowed by 0.1 percentage points."
                     *             },
                     *             "because": {
                     *               "type": "measurements.recorded",
                     *               "seq": 40
                     *             },
                     *             "subject": "frederikssund-2024.3a"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "evt-41",
                     *       "hasMore": false
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /**
                 * @description Only remarks of this day or later.
                 * @example 2024-07-10
                 */
                from?: string;
                /**
                 * @description Only remarks of this day or earlier.
                 * @example 2024-07-10
                 */
                to?: string;
                /** @description As known at this instant. */
                knownAt?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "on" | "-on" | "createdAt" | "-createdAt" | "author" | "-author";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, target, on, text, author, revision, createdAt, recordedAt, actor. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each as it stands, or stood at knownAt. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3",
                     *           "target": "frederikssund-2024.3a",
                     *           "on": "2024-06-30",
                     *           "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler.",
                     *           "author": "Arbejdsmarkedschefen",
                     *           "revision": 1,
                     *           "createdAt": "2023-04-02T09:00:00.000Z",
                     *           "recordedAt": "2023-04-02T09:00:00.000Z",
                     *           "actor": "key-1"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Comment"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    recordComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of the target: the plan's, a dot and the code.
                 * @example frederikssund-2024.3a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2024-06-30",
                 *       "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler.",
                 *       "author": "Arbejdsmarkedschefen"
                 *     }
                 */
                "application/json": components["schemas"]["CommentInput"];
            };
        };
        responses: {
            /** @description Written. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3",
                     *       "target": "frederikssund-2024.3a",
                     *       "on": "2024-06-30",
                     *       "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler.",
                     *       "author": "Arbejdsmarkedschefen",
                     *       "revision": 1,
                     *       "createdAt": "2023-04-02T09:00:00.000Z",
                     *       "recordedAt": "2023-04-02T09:00:00.000Z",
                     *       "actor": "key-1"
                     *     }
                     */
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description `idempotency_key_reused`: The Idempotency-Key was sent before with another request: send each request its own. `unprocessable`: The content names something that does not exist, or cannot be judged. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    withdrawComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the comment.
                 * @example cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    changeComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the comment.
                 * @example cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler."
                 *     }
                 */
                "application/json": components["schemas"]["CommentChange"];
                /**
                 * @example {
                 *       "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler."
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["CommentChange"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cmt-5f0b7a0e-6f0c-4b7e-9a57-0d1c52a4c9f3",
                     *       "target": "frederikssund-2024.3a",
                     *       "on": "2024-06-30",
                     *       "text": "Gabet mindskes fortsat; der er sat ind med flere rundbordssamtaler.",
                     *       "author": "Arbejdsmarkedschefen",
                     *       "revision": 2,
                     *       "createdAt": "2023-04-02T09:00:00.000Z",
                     *       "recordedAt": "2023-04-02T09:00:00.000Z",
                     *       "actor": "key-1"
                     *     }
                     */
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
            507: components["responses"]["storage_full"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Only what concerns this plan: the plan itself, and what people record of its targets. Several with commas between: any of them. */
                plan?: string[];
                /** @description Only what concerns this kommune alone: its plans, and figures of its area. Several with commas between: any of them. */
                kommune?: string[];
                /** @description Only what this one did: the id of a key. Several with commas between: any of them. */
                actor?: string[];
                /** @description Only what was done so. Several with commas between: any of them. */
                action?: ("plan.created" | "plan.changed" | "plan.removed" | "indicator.created" | "indicator.changed" | "indicator.removed" | "national_goal.created" | "national_goal.changed" | "national_goal.removed" | "mapping.created" | "mapping.changed" | "mapping.removed" | "measurements.recorded" | "measurements.withdrawn" | "measurements.undone" | "deliverable.recorded" | "assessment.recorded" | "comment.recorded" | "comment.changed" | "comment.withdrawn" | "key.created" | "key.rotated" | "key.revoked" | "webhook.created" | "webhook.rotated" | "webhook.resumed" | "webhook.replayed" | "webhook.removed")[];
                /** @description Only what was done to this one, by its id. Several with commas between: any of them. */
                subject?: string[];
                /** @description Only from this instant on. */
                from?: string;
                /** @description Only up to this instant. */
                to?: string;
                /** @description Items a page: 1 to 500. */
                limit?: number;
                /** @description Where to go on: the last answer's `nextCursor`. */
                cursor?: string;
                /** @description The field to sort by; - before it for descending. */
                sort?: "at" | "-at";
                /** @description Only these members of each item, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: id, at, actor, requestId, action, subject, plan, kommune, reason, changes. */
                fields?: string[];
            };
            header?: {
                /** @description The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.
                 * @example 1041.2210
                 */
                "Data-Version"?: components["parameters"]["DataVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "aud-204",
                     *           "at": "2024-05-14T09:12:03.120Z",
                     *           "actor": {
                     *             "id": "key-1",
                     *             "name": "Planafdelingen, Frederikssund"
                     *           },
                     *           "requestId": "0f3b8a52-7c1d-4f4e-9a55-2f6f3d1f0c11",
                     *           "action": "plan.changed",
                     *           "subject": {
                     *             "kind": "plan",
                     *             "id": "frederikssund-2024"
                     *           },
                     *           "plan": "frederikssund-2024",
                     *           "kommune": "0250",
                     *           "reason": "Byrådets beslutning af 8. maj",
                     *           "changes": [
                     *             {
                     *               "path": "/version",
                     *               "op": "replace",
                     *               "before": 1,
                     *               "after": 2
                     *             },
                     *             {
                     *               "path": "/goals/3/targets/3a/rule/amount",
                     *               "op": "replace",
                     *               "before": 0.2,
                     *               "after": 0.3
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A copy named by If-None-Match is current. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Data-Version": components["headers"]["Data-Version"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
}
